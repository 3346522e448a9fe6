package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Databases whose schema is not the program's. */
class SchemaAtStartIT {

    private static final String NEWEST = "select max(installed_rank)::text from imagesweep.flyway_schema_history";

    private final ProgramUnderTest program = ProgramUnderTest.over(new CloudState());

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void migratesNothingWhereThatIsSwitchedOff() {
        var refused = program.setting("--spring.flyway.enabled=false").run("runs");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("The schema of the database is older than this program: it is at version none,"
                        + " and spring.flyway.enabled is false. Run imagesweep db migrate.");
        assertThat(program.ledger("select count(*) from pg_namespace where nspname = 'imagesweep'"))
                .containsExactly("0");
    }

    @Test
    void worksOnASchemaThatWasMigratedBefore() {
        assertThat(program.run("db", "migrate").exitCode()).isZero();

        assertThat(program.setting("--spring.flyway.enabled=false").run("runs").exitCode())
                .isZero();
    }

    @Test
    void refusesAnOlderSchema() {
        assertThat(program.run("db", "migrate").exitCode()).isZero();
        program.database()
                .jdbc()
                .sql("delete from imagesweep.flyway_schema_history where installed_rank::text = (" + NEWEST + ")")
                .update();

        var refused = program.setting("--spring.flyway.enabled=false").run("runs");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("older than this program").contains("Run imagesweep db migrate.");
    }

    @Test
    void refusesANewerSchemaEvenWhereItMayMigrate() {
        assertThat(program.run("db", "migrate").exitCode()).isZero();
        program.database().jdbc().sql("""
                insert into imagesweep.flyway_schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (1000, '1000', 'of tomorrow', 'SQL', 'V1000__of_tomorrow.sql', 'postgres', 1, true)
                """).update();

        var refused = program.run("runs");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("The schema of the database is newer than this program: it is at version 1000."
                        + " Use the program that made it.");
    }
}
