package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidates;
import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.candidate.Inventory;
import io.imagesweep.devservices.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class LedgerWiringIT {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan(basePackageClasses = {RunId.class, AccountRegion.class})
    @ComponentScan(basePackageClasses = {RunId.class, AccountRegion.class})
    static class Application {}

    @Test
    void migratesAndReadsItsOwnDatabase() throws Exception {
        try (var context = started(TestDatabase.fresh())) {
            context.getBean(Inventory.class).store(HANGZHOU, List.of(image("m-1")), NOON);

            assertThat(context.getBean(Candidates.class).page(HANGZHOU, null, 10))
                    .containsExactly(image("m-1"));
            assertThat(context.getBean(Runs.class).all(10)).isEmpty();
            assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
            try (var connection = context.getBean(DataSource.class).getConnection()) {
                assertThat(connection.getSchema()).isEqualTo("imagesweep");
                assertThat(connection.unwrap(PgConnection.class).getNetworkTimeout())
                        .isEqualTo(120_000);
                assertThat(connection.unwrap(PGConnection.class).getParameterStatus("application_name"))
                        .isEqualTo("imagesweep");
            }
        }
    }

    @Test
    void readsCandidatesFromAnotherDatabase() {
        var theirs = TestDatabase.migrated();
        ImageFixture.inventory(theirs).store(HANGZHOU, List.of(image("m-theirs")), NOON);

        try (var context = started(
                TestDatabase.fresh(),
                "--imagesweep.retention.datasource.url=" + theirs.url(),
                "--imagesweep.retention.datasource.username=postgres")) {
            assertThat(context.getBean(Candidates.class).page(HANGZHOU, null, 10))
                    .containsExactly(image("m-theirs"));
            assertThat(context.getBean(Inventory.class).lastSync(HANGZHOU)).isEmpty();
        }
    }

    private static ConfigurableApplicationContext started(TestDatabase database, String... settings) {
        var arguments = Stream.concat(
                Stream.of("--spring.datasource.url=" + database.url(), "--spring.datasource.username=postgres"),
                Arrays.stream(settings));
        return new SpringApplicationBuilder(Application.class).run(arguments.toArray(String[]::new));
    }
}
