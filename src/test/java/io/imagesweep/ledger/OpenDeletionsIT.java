package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.attempt;
import static io.imagesweep.ledger.LedgerFixture.deletions;
import static io.imagesweep.ledger.LedgerFixture.key;
import static io.imagesweep.ledger.LedgerFixture.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.EarlierCalls;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenDeletionsIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final OpenDeletions open = LEDGER.open;

    @Test
    void pagesByTheBytesOfTheId() {
        var run = LEDGER.sealed("m-a", "m-B", "m-_", "m-ä");

        assertThat(ids(open.page(run, HANGZHOU, null, 2))).containsExactly("m-B", "m-_");
        assertThat(ids(open.page(run, HANGZHOU, "m-_", 2))).containsExactly("m-a", "m-ä");
        assertThat(open.page(run, HANGZHOU, "m-ä", 2)).isEmpty();
        assertThat(open.page(run, BEIJING, null, 2)).isEmpty();
    }

    @Test
    void givesWhatWasPlanned() {
        var run = LEDGER.sealed("m-1");

        assertThat(open.page(run, HANGZHOU, null, 10))
                .containsExactly(
                        new OpenDeletion(key("m-1"), "nightly-builds", "DELETE", "name of m-1", NOON, 0, 0, false));
    }

    @Test
    void leavesOutWhatIsKeptBeingCalledOrDone() {
        var run = LEDGER.begun("left-out");
        LEDGER.plans.write(run, deletions(HANGZHOU, "m-1", "m-2", "m-3", "m-4"));
        LEDGER.plans.keepForRampUp(run, HANGZHOU, 3);
        LEDGER.plans.write(run, deletions(BEIJING, "m-1"));
        LEDGER.plans.seal(run, RunFacts.NONE);
        LEDGER.claim(run, 0, "m-1", "m-2");
        LEDGER.record(run, "m-1", DELETED);

        assertThat(ids(open.page(run, HANGZHOU, null, 10))).containsExactly("m-3");
        assertThat(open.count(run)).isEqualTo(3);
        assertThat(open.regions(run)).containsExactly(BEIJING, HANGZHOU);
    }

    @Test
    void countsTheCallsThatWereAnsweredAndNotThrottled() {
        var run = LEDGER.sealed("m-1", "m-2");
        LEDGER.records.record(
                run,
                0,
                List.of(
                        attempt("m-1", 1, new ApiAnswer(403, "Throttling.User", "r", null)),
                        attempt("m-1", 2, new ApiAnswer(403, "OperationDenied.ImageCopying", "r", null)),
                        attempt("m-2", 1, new ApiAnswer(503, "ServiceUnavailable", "r", null)),
                        attempt("m-2", 2, new ApiAnswer(429, "Throttling", "r", null))),
                List.of());

        assertThat(open.page(run, HANGZHOU, null, 10))
                .extracting(OpenDeletion::attempts, OpenDeletion::counted)
                .containsExactly(tuple(2, 1), tuple(2, 1));
    }

    @Test
    void remembersACallThatMayHaveHadAnEffect() {
        var run = LEDGER.sealed("m-never", "m-unknown");
        LEDGER.claim(run, 0, "m-never", "m-unknown");

        LEDGER.record(run, "m-never", stopped(new EarlierCalls(1, 1, false)));
        LEDGER.record(run, "m-unknown", stopped(new EarlierCalls(1, 1, true)));

        assertThat(open.page(run, HANGZHOU, null, 10))
                .extracting(OpenDeletion::calledBefore)
                .containsExactly(false, true);
    }

    private static DeletionOutcome stopped(EarlierCalls calls) {
        return new DeletionOutcome.Open(null, DeletionOutcome.Cause.STOPPED, calls);
    }

    @Test
    void marksOnlyWhatIsOpen() {
        var run = LEDGER.sealed("m-1", "m-2");
        LEDGER.record(run, "m-1", DELETED);

        var claimed = open.claim(run, 0, keys("m-1", "m-2", "m-9"), NOON.plusSeconds(1));

        assertThat(claimed).containsExactly(key("m-2"));
        var row = LEDGER.row(run, "m-2");
        assertThat(row.outcome()).isEqualTo(Outcome.CALLING);
        assertThat(row.startedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void marksTheSameTwice() {
        var run = LEDGER.sealed("m-1");
        open.claim(run, 0, keys("m-1"), NOON);

        assertThat(open.claim(run, 0, keys("m-1"), NOON.plusSeconds(1))).containsExactly(key("m-1"));
        assertThat(LEDGER.row(run, "m-1").startedAt()).isEqualTo(NOON);
    }

    @Test
    void marksNothingOnceTheFenceHasMoved() {
        var run = LEDGER.sealed("m-1");
        var fence = LEDGER.runs.raiseFence(run);

        assertThatThrownBy(() -> open.claim(run, fence - 1, keys("m-1"), NOON))
                .isInstanceOf(FenceMoved.class)
                .hasMessage("run " + run + " was taken over: fence 0 is now 1");

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.PLANNED);
        assertThat(open.claim(run, fence, keys("m-1"), NOON)).hasSize(1);
    }

    @Test
    void doesNotMarkAnewWhatAnEarlierProcessIsStillCalling() {
        var run = LEDGER.sealed("m-1");
        LEDGER.claim(run, 0, "m-1");

        assertThat(open.claim(run, LEDGER.runs.raiseFence(run), keys("m-1"), NOON))
                .isEmpty();
    }

    @Test
    void opensAgainWhatWasNeverSent() {
        var run = LEDGER.sealed("m-1", "m-2");
        LEDGER.claim(run, 0, "m-1", "m-2");

        open.giveBack(run, 0, keys("m-1"));
        open.giveBack(run, 0, keys("m-1"));

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.PLANNED);
        assertThat(LEDGER.outcome(run, "m-2")).isEqualTo(Outcome.CALLING);
        assertThat(open.page(run, HANGZHOU, null, 10).getFirst().calledBefore()).isFalse();
    }

    @Test
    void doesNotOpenWhatALaterProcessMarked() {
        var run = LEDGER.sealed("m-1");
        LEDGER.claim(run, LEDGER.runs.raiseFence(run), "m-1");

        open.giveBack(run, 0, keys("m-1"));

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.CALLING);
    }

    private static List<String> ids(List<OpenDeletion> page) {
        return page.stream().map(row -> row.image().imageId()).toList();
    }
}
