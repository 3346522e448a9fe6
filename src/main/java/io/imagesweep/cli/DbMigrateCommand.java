package io.imagesweep.cli;

import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Applies the migrations and ends. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Applies the migrations of the database and ends, as for an init container.")
final class DbMigrateCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    DbMigrateCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (var context = program.startToMigrate()) {
            var version =
                    context.getBean(Flyway.class).info().current().getVersion().getVersion();
            output.answer(new Migrated(version), "The schema is at version " + version + ".");
        }
        return 0;
    }

    /** The answer for a program. */
    record Migrated(String version) {}
}
