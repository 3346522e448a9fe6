package io.imagesweep.cli;

import io.imagesweep.candidate.Trial;
import io.imagesweep.ledger.DirectDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Whether the database can be had, and whether its tables are those of this program. Changes nothing. */
final class DatabaseCheck {

    private static final String DATABASE = "database";

    private DatabaseCheck() {}

    static Trial of(ApplicationContext context) {
        var environment = context.getEnvironment();
        var url = environment.getProperty("spring.datasource.url");
        if (url == null) {
            return Trial.fails(DATABASE, "none is configured", "set spring.datasource.url, .username and .password");
        }
        try {
            database(url, environment).reach("imagesweep check");
            return schema(context.getBean(Flyway.class).info());
        } catch (CannotGetJdbcConnectionException away) {
            return Trial.fails(
                    DATABASE,
                    String.valueOf(away.getMostSpecificCause().getMessage()),
                    "check spring.datasource.url, .username and .password");
        }
    }

    private static DirectDatabase database(String url, Environment environment) {
        return new DirectDatabase(
                url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }

    private static Trial schema(MigrationInfoService migrations) {
        if (SchemaAtStart.isNewer(migrations)) {
            return Trial.fails(DATABASE, "its schema is newer than this program", "use the program that made it");
        }
        int pending = migrations.pending().length;
        return Trial.works(
                DATABASE,
                pending == 0
                        ? "schema up to date"
                        : "%d migrations wait for db migrate, or for the next command".formatted(pending));
    }
}
