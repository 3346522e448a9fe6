package io.imagesweep.job;

import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.ledger.DatabaseAway;
import io.imagesweep.ledger.DatabaseStayedAway;
import io.imagesweep.ledger.RestartableDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class PatientStartIT {

    private static final RestartableDatabase DATABASE = new RestartableDatabase();
    private static final AtomicInteger MIGRATIONS = new AtomicInteger();

    @BeforeEach
    void openTheLine() {
        DATABASE.relay().open();
        MIGRATIONS.set(0);
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @Test
    void startsOnceTheDatabaseIsThere(CapturedOutput output) {
        DATABASE.relay().cut();
        var starting = CompletableFuture.supplyAsync(() -> start(DATABASE.url(), "1m"));
        var tried = DATABASE.relay().accepted();
        await().until(() -> DATABASE.relay().accepted() > tried + 2);
        assertThat(starting).isNotDone();

        DATABASE.relay().open();

        try (var program = starting.join()) {
            assertThat(program.isActive()).isTrue();
        }
        assertThat(MIGRATIONS).hasValue(1);
        assertThat(output).containsOnlyOnce("The database is away").contains("waited for, at most 60 s");
    }

    @Test
    void startsAgainWhenTheDatabaseGoesAwayInTheMigration(CapturedOutput output) {
        DATABASE.relay().loseAnswersTo("migration", 2);

        try (var program = start(DATABASE.url(), "1m")) {
            assertThat(program.isActive()).isTrue();
        }

        assertThat(MIGRATIONS).hasValue(3);
        assertThat(output).doesNotContain("Application run failed");
    }

    @Test
    void givesUpAfterTheMaximumThatTheOperatorSet(CapturedOutput output) {
        DATABASE.relay().cut();

        assertThatThrownBy(() -> start(DATABASE.url(), "300ms")).isInstanceOf(DatabaseStayedAway.class);
        assertThat(output).doesNotContain("Application run failed");
    }

    @Test
    void doesNotWaitForADatabaseThatIsNotThere() {
        assertThatThrownBy(() -> start(DATABASE.url().replace("/postgres", "/nowhere"), "1m"))
                .matches(failure -> !DatabaseAway.saidBy(failure))
                .hasStackTraceContaining("database \"nowhere\" does not exist");
    }

    @Test
    void startsAProgramWithoutADatabase() {
        try (var program =
                new PatientStart().start(() -> new SpringApplication(Nothing.class), "--spring.config.name=nothing")) {
            assertThat(program.isActive()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String url, String maxWait) {
        return new PatientStart()
                .start(
                        PatientStartIT::program,
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--imagesweep.database.max-wait=" + maxWait);
    }

    private static SpringApplication program() {
        var program = new SpringApplication(Program.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        return program;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Program {

        @Bean
        Object migration(JdbcClient jdbc) {
            MIGRATIONS.incrementAndGet();
            return jdbc.sql("select 'migration'").query(String.class).single();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
