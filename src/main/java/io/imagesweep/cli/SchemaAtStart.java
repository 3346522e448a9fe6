package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Migrates the database, or, where that is switched off, refuses one whose schema is not this program's. A newer schema is always refused. */
final class SchemaAtStart implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String ENABLED = "spring.flyway.enabled";

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        boolean migrates = environment.getProperty(ENABLED, Boolean.class, true);
        // Switched off it would not be there to be asked either.
        environment.getPropertySources().addFirst(new MapPropertySource("schema at start", Map.of(ENABLED, true)));
        context.registerBean(FlywayMigrationStrategy.class, () -> flyway -> prepare(flyway, migrates));
    }

    static boolean isNewer(MigrationInfoService migrations) {
        return Arrays.stream(migrations.all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    private static void prepare(Flyway flyway, boolean migrates) {
        var migrations = flyway.info();
        if (isNewer(migrations)) {
            throw new WrongUsage("The schema of the database is newer than this program: it is at version "
                    + version(migrations) + ". Use the program that made it.");
        }
        if (migrates) {
            flyway.migrate();
        } else if (migrations.pending().length > 0) {
            throw new WrongUsage("The schema of the database is older than this program: it is at version "
                    + version(migrations) + ", and " + ENABLED + " is false. Run imagesweep db migrate.");
        }
    }

    private static String version(MigrationInfoService migrations) {
        var current = migrations.current();
        return current == null ? "none" : String.valueOf(current.getVersion());
    }
}
