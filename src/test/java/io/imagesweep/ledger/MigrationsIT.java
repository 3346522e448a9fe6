package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.devservices.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

class MigrationsIT {

    @Test
    void makeTheTablesOfProductAndJobRepositoryOnce() {
        var database = TestDatabase.migrated();

        database.migrate();

        assertThat(tables(database))
                .containsExactly(
                        "batch_job_execution",
                        "batch_job_execution_context",
                        "batch_job_execution_params",
                        "batch_job_instance",
                        "batch_step_execution",
                        "batch_step_execution_context",
                        "candidate_image",
                        "cleanup_run",
                        "deletion_attempt",
                        "deletion_result",
                        "flyway_schema_history",
                        "image",
                        "image_reference",
                        "requested_image",
                        "snapshot_result",
                        "sync_source",
                        "unshared_image");
    }

    @Test
    void areMadeOnceByManyProcessesThatStartTogether() {
        var database = TestDatabase.fresh();

        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(_ -> CompletableFuture.runAsync(database::migrate, Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertThat(tables(database)).contains("deletion_result", "batch_job_instance");
    }

    @Test
    void letOtherProgramsLeaveOutWhatTheyDoNotKnow() {
        var database = TestDatabase.migrated();

        for (var statement : List.of(
                "insert into image (account_id, region_id, image_id) values ('1', 'r', 'm-1')",
                "insert into image_reference (account_id, region_id, image_id, referrer_type, referrer_id) "
                        + "values ('1', 'r', 'm-1', 'instance', 'i-1')",
                "insert into sync_source (account_id, region_id, source) values ('1', 'r', 'instances')",
                "update image set image_name = repeat('n', 10000), image_family = repeat('f', 10000), status = 'Odd'")) {
            assertThat(database.jdbc().sql(statement).update()).isOne();
        }
    }

    @Test
    void neverIndexANameThatMayBeLong() {
        var names = TestDatabase.migrated().jdbc().sql("""
                        select count(*)
                        from pg_indexes
                        where schemaname = 'imagesweep'
                          and indexdef ~ 'image_name|image_family|referrer_name'
                        """).query(Long.class).single();

        assertThat(names).isZero();
    }

    @Test
    void succeedForAnOwnerWhoMayMakeNoRoles() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var admin = TestDatabase.at(server.getJdbcUrl("postgres", "postgres"));
            admin.jdbc().sql("create role plain login").update();
            admin.jdbc().sql("create database plain owner plain").update();
            var owner = TestDatabase.at(server.getJdbcUrl("plain", "plain"));

            owner.migrate();

            assertThat(tables(owner)).contains("deletion_result", "batch_job_instance");
            assertThat(roles(admin)).isEmpty();

            admin.jdbc().sql("create role imagesweep_auditor login").update();
            owner.jdbc().sql("call grant_to_roles()").update();
            var auditor = TestDatabase.at(server.getJdbcUrl("imagesweep_auditor", "plain"));

            assertThat(tables(auditor)).contains("deletion_result");
            assertThat(auditor.jdbc()
                            .sql("select count(*) from deletion_result")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void letTheProgramRunWithTheRightsOfItsRole() {
        var database = TestDatabase.migrated();
        var app = as(database, "imagesweep_app");

        app.migrate();

        var ledger = new LedgerFixture(app);
        var inventory = ImageFixture.inventory(app);
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);
        inventory.failed(HANGZHOU, "instances", "Forbidden");
        var dead = ledger.begun("dead");
        ledger.plans.write(dead, LedgerFixture.deletions(HANGZHOU, "m-1"));
        ledger.requested.write(dead, LedgerFixture.keys("m-1"));
        ledger.runs.abandon(dead, NOON);
        var run = ledger.sealed("m-1");
        ledger.claim(run, 0, "m-1");
        ledger.records.record(
                run,
                0,
                List.of(LedgerFixture.attempt("m-1", 1, LedgerFixture.OK)),
                List.of(LedgerFixture.ended("m-1", LedgerFixture.DELETED)));
        assertThat(ledger.confirmations.confirm(HANGZHOU, List.of(), NOON.plusSeconds(9)))
                .isOne();
        ledger.runs.finish(run, RunStatus.COMPLETED, null, NOON);

        assertThatThrownBy(() -> app.jdbc().sql("delete from deletion_attempt").update())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> app.jdbc().sql("delete from cleanup_run").update())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> app.jdbc()
                        .sql("alter table deletion_result disable trigger all")
                        .update())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    @Test
    void letAnAuditorOnlyRead() {
        var auditor = as(TestDatabase.migrated(), "imagesweep_auditor");

        for (var table : tables(auditor)) {
            auditor.jdbc()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
            assertThatThrownBy(() -> auditor.jdbc().sql("delete from " + table).update())
                    .isInstanceOf(BadSqlGrammarException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static TestDatabase as(TestDatabase database, String role) {
        var user = "user_of_" + role;
        database.jdbc().sql("""
                        do $$
                        begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login in role %2$s;
                          end if;
                        end
                        $$
                        """.formatted(user, role)).update();
        return TestDatabase.at(database.url().replace("user=postgres", "user=" + user));
    }

    private static List<String> tables(TestDatabase database) {
        return words(database, """
                select table_name
                from information_schema.tables
                where table_schema = 'imagesweep'
                order by table_name
                """);
    }

    private static List<String> roles(TestDatabase database) {
        return words(database, """
                select rolname
                from pg_roles
                where rolname like 'imagesweep%'
                """);
    }

    private static List<String> words(TestDatabase database, String sql) {
        return database.jdbc()
                .sql(sql)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }
}
