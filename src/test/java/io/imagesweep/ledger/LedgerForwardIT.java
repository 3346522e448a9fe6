package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.OK;
import static io.imagesweep.ledger.LedgerFixture.attempt;
import static io.imagesweep.ledger.LedgerFixture.deletions;
import static io.imagesweep.ledger.LedgerFixture.ended;
import static io.imagesweep.ledger.LedgerFixture.kept;
import static io.imagesweep.ledger.LedgerFixture.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.candidate.ImageFixture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses, whoever asks: the statements are an owner's. */
class LedgerForwardIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    private RunId run = RunId.next();

    @BeforeEach
    void sealARunWithARowInEachState() {
        run = LEDGER.begun("key");
        LEDGER.plans.write(run, deletions(HANGZHOU, "m-planned", "m-calling", "m-deleted"));
        LEDGER.plans.write(run, List.of(kept(ImageFixture.image("m-kept"), null, "no rule")));
        LEDGER.requested.write(run, keys("m-planned"));
        LEDGER.plans.seal(run, RunFacts.NONE);
        LEDGER.claim(run, LEDGER.runs.raiseFence(run), "m-calling", "m-deleted");
        LEDGER.records.record(run, 1, List.of(attempt("m-deleted", 1, OK)), List.of(ended("m-deleted", DELETED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update deletion_result set decision = 'KEEP', outcome = 'KEPT' where image_id = 'm-planned'",
                "update deletion_result set decision = 'DEPRECATE' where image_id = 'm-planned'",
                "update deletion_result set outcome = 'KEPT' where image_id = 'm-planned'",
                "update deletion_result set rule = 'other' where image_id = 'm-planned'",
                "update deletion_result set rule = null where image_id = 'm-planned'",
                "update deletion_result set reason = 'other' where image_id = 'm-planned'",
                "update deletion_result set planned_at = now() where image_id = 'm-planned'",
                "update deletion_result set image_id = 'm-other' where image_id = 'm-planned'",
                "update deletion_result set image_name = 'other' where image_id = 'm-planned'",
                "update deletion_result set size_gib = 1 where image_id = 'm-calling'",
                "update deletion_result set snapshot_ids = '{}' where image_id = 'm-calling'",
                "update deletion_result set force_allowed = true where image_id = 'm-calling'",
                "update deletion_result set started_at = now() where image_id = 'm-calling'",
                "update deletion_result set fence = 0 where image_id = 'm-calling'",
                "update deletion_result set fence = null where image_id = 'm-calling'",
                "update deletion_result set attempts = -1 where image_id = 'm-calling'",
                "update deletion_result set outcome = 'GONE' where image_id = 'm-calling'",
                "update deletion_result set confirmed_at = now() where image_id = 'm-calling'",
                "update deletion_result set outcome = 'PLANNED' where image_id = 'm-deleted'",
                "update deletion_result set outcome = 'FAILED' where image_id = 'm-deleted'",
                "update deletion_result set message = 'other' where image_id = 'm-deleted'",
                "update deletion_result set attempts = 9 where image_id = 'm-deleted'",
                "update deletion_result set finished_at = null where image_id = 'm-deleted'",
                "update deletion_result set message = 'other' where image_id = 'm-kept'",
                "update deletion_result set outcome = 'DELETED', decision = 'DELETE' where image_id = 'm-kept'",
                "delete from deletion_result where image_id = 'm-planned'",
                "delete from deletion_result where image_id = 'm-kept'",
                "insert into deletion_result (run_id, account_id, region_id, image_id, decision) "
                        + "values (:run, 'a', 'r', 'm-new', 'DELETE')",
                "update deletion_attempt set error_code = 'other'",
                "delete from deletion_attempt",
                "insert into requested_image (run_id, account_id, region_id, image_id) values (:run, 'a', 'r', 'm-new')",
                "update requested_image set image_id = 'm-other'",
                "delete from requested_image",
                "update cleanup_run set plan_hash = 'other'",
                "update cleanup_run set plan_hash = null",
                "update cleanup_run set policy_hash = 'other'",
                "update cleanup_run set decided_at = now()",
                "update cleanup_run set run_key = 'other'",
                "update cleanup_run set mode = 'dry-run'",
                "update cleanup_run set scope = '{}'",
                "update cleanup_run set requested_by = 'other'",
                "update cleanup_run set started_at = now()",
                "update cleanup_run set plan_id = :run",
                "update cleanup_run set fence = fence - 1",
                "update cleanup_run set status = 'PLANNING'",
                "update cleanup_run set status = 'DONE'",
                "update cleanup_run set counts = '{}'",
                "update cleanup_run set counts = counts || '{\"warnings\": [\"other\"]}'",
                "delete from cleanup_run"
            })
    void isForwardOnly(String statement) {
        var narrowed = statement.startsWith("insert")
                ? statement
                : statement + (statement.contains(" where ") ? " and" : " where") + " run_id = :run";

        assertThatThrownBy(() ->
                        LEDGER.jdbc.sql(narrowed).param("run", run.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deletion_attempt", "deletion_result cascade", "cleanup_run cascade", "requested_image"})
    void isNeverEmptied(String table) {
        assertThatThrownBy(() -> LEDGER.jdbc.sql("truncate " + table).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("is refused: the ledger is a record");
    }

    @Test
    void confirmsOnce() {
        var confirm = "update deletion_result set confirmed_at = now() where image_id = 'm-deleted' and run_id = :run";
        LEDGER.jdbc.sql(confirm).param("run", run.value()).update();

        assertThatThrownBy(
                        () -> LEDGER.jdbc.sql(confirm).param("run", run.value()).update())
                .hasMessageContaining("image m-deleted of run " + run + " is DELETED and only moves forward");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DELETED", "DEPRECATED", "RESTORED", "ALREADY_GONE", "SKIPPED", "DEFERRED", "FAILED", "CALLING"})
    void movesFromPlannedToAnyEnd(String outcome) {
        assertThat(LEDGER.jdbc
                        .sql("""
                                update deletion_result
                                set outcome = :outcome
                                where run_id = :run
                                  and image_id = 'm-planned'
                                """)
                        .param("outcome", outcome)
                        .param("run", run.value())
                        .update())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "ABANDONED"})
    void leavesAnEndedRunEnded(String status) {
        LEDGER.runs.status(run, RunStatus.valueOf(status));

        assertThatThrownBy(() -> LEDGER.runs.status(run, RunStatus.RUNNING))
                .hasMessageContaining("run " + run + " is " + status + " and sealed");
        assertThatThrownBy(() -> LEDGER.runs.reopen(run)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void letsAnUnsealedRunBeRewrittenAndRemoved() {
        var unsealed = LEDGER.begun("unsealed");
        LEDGER.plans.write(unsealed, deletions(HANGZHOU, "m-1", "m-2"));

        for (var statement : List.of(
                "update deletion_result set reason = 'other', planned_at = now()",
                "delete from deletion_result",
                "update cleanup_run set run_key = 'renamed'",
                "delete from cleanup_run")) {
            assertThat(LEDGER.jdbc
                            .sql(statement + " where run_id = :run")
                            .param("run", unsealed.value())
                            .update())
                    .isPositive();
        }
    }

    @Test
    void movesNoRowIntoAnotherRun() {
        var unsealed = LEDGER.begun("unsealed");
        LEDGER.plans.write(unsealed, deletions(HANGZHOU, "m-1"));

        assertThatThrownBy(() -> LEDGER.jdbc
                        .sql("update deletion_result set run_id = :run where run_id = :unsealed")
                        .param("run", run.value())
                        .param("unsealed", unsealed.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void sealsNothingWhileARowIsStillBeingWritten() {
        var unsealed = LEDGER.begun("race");
        LEDGER.plans.write(unsealed, deletions(HANGZHOU, "m-1"));

        var seal = LEDGER.database.transactions().execute(_ -> {
            LEDGER.plans.write(unsealed, deletions(HANGZHOU, "m-2"));
            var sealing = CompletableFuture.supplyAsync(() -> LEDGER.plans.seal(unsealed, RunFacts.NONE));
            assertThatThrownBy(() -> sealing.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return sealing;
        });

        var both = LEDGER.begun("both");
        LEDGER.plans.copy(unsealed, both);
        assertThat(seal.join()).isEqualTo(LEDGER.plans.seal(both, RunFacts.NONE));
        assertThat(LEDGER.outcomes.rows(both)).hasSize(2);
    }
}
