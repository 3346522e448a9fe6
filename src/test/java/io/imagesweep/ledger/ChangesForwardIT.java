package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Manner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database lets happen to the records beside the results table. */
class ChangesForwardIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private RunId run = RunId.next();

    @BeforeEach
    void plan() {
        run = ledger.begun("key");
        ledger.plans.write(
                run,
                List.of(
                        Approved.deletion(image("m-1"), "old", "due", new Manner(false, true, true)),
                        Approved.deletion(image("m-2"), "old", "due", new Manner(false, false, false))));
        ledger.plans.seal(run, RunFacts.NONE);
        ledger.claim(run, 0, "m-1", "m-2");
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> ledger.jdbc.sql(sql).update())
                .as(sql)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<String> snapshots() {
        return ledger.jdbc
                .sql("select distinct image_id || ' ' || outcome from snapshot_result")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void theSnapshotsOfAnImageAreOpenOnceItIsDeletedAndTheRuleWantsThem() {
        assertThat(image("m-1").snapshotIds()).isNotEmpty();
        assertThat(snapshots()).isEmpty();

        ledger.record(run, "m-1", DELETED);
        ledger.record(run, "m-2", DELETED);

        assertThat(snapshots()).containsExactly("m-1 PLANNED");
    }

    @Test
    void theSnapshotsOfAnImageThatIsStillThereAreNever() {
        ledger.record(run, "m-1", new DeletionOutcome.Skipped(null, "in use"));

        assertThat(snapshots()).isEmpty();
        refuses(
                "insert into snapshot_result select run_id, account_id, region_id, image_id, snapshot_ids[1] from deletion_result");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update snapshot_result set outcome = 'DELETED'",
                "update snapshot_result set snapshot_id = 'other'",
                "update snapshot_result set message = 'other'",
                "delete from snapshot_result",
                "truncate snapshot_result"
            })
    void aSnapshotThatHasItsOutcomeKeepsIt(String sql) {
        ledger.record(run, "m-1", DELETED);
        ledger.jdbc.sql("update snapshot_result set outcome = 'FAILED'").update();

        refuses(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update unshared_image set outcome = 'TAKEN'",
                "update unshared_image set accounts = '{}'",
                "delete from unshared_image",
                "truncate unshared_image"
            })
    void whoHadAnImageStaysOnRecord(String sql) {
        take("m-1");
        ledger.jdbc.sql("update unshared_image set outcome = 'PUT_BACK'").update();

        refuses(sql);
    }

    @Test
    void anImageIsTakenFromNobodyWithoutLeave() {
        assertThatThrownBy(() -> take("m-2")).isInstanceOf(DataIntegrityViolationException.class);
    }

    private void take(String image) {
        new UnsharedImages(ledger.jdbc, ledger.database.transactions())
                .of(run, () -> NOON)
                .taken(LedgerFixture.key(image), List.of("7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update deletion_result set delete_snapshots = true",
                "update deletion_result set unshare_allowed = not unshare_allowed"
            })
    void howAnImageGoesIsSealed(String sql) {
        refuses(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cleanup_run set finished_at = now()",
                "update cleanup_run set stop_reason = 'other'",
                "update cleanup_run set counts = counts || '{\"missing\": [\"x\"]}'"
            })
    void aFinishedRunKeepsItsEnd(String sql) {
        ledger.runs.finish(run, RunStatus.COMPLETED, null, NOON);
        ledger.runs.finish(run, RunStatus.COMPLETED, null, NOON);

        refuses(sql);
    }
}
