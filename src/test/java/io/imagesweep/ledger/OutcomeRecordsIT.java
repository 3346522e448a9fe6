package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.OK;
import static io.imagesweep.ledger.LedgerFixture.attempt;
import static io.imagesweep.ledger.LedgerFixture.ended;
import static io.imagesweep.ledger.LedgerFixture.kept;
import static io.imagesweep.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.Attempt;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.EarlierCalls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class OutcomeRecordsIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();
    private static final ApiAnswer IN_USE = new ApiAnswer(403, "ImageUsingByInstance", "r-2", "is used");

    @Test
    void recordsADeletionWithItsCalls() {
        var run = LEDGER.sealed("m-1", "m-2");
        LEDGER.claim(run, 0, "m-1");
        var calls = List.of(attempt("m-1", 1, IN_USE), attempt("m-1", 2, OK));
        var end = new ImageOutcome(key("m-1"), new DeletionOutcome.Deleted(OK, true), 2, NOON.plusSeconds(5));

        LEDGER.records.record(run, 0, calls, List.of(end));
        LEDGER.records.record(run, 0, calls, List.of(end));

        var row = LEDGER.row(run, "m-1");
        assertThat(row.outcome()).isEqualTo(Outcome.DELETED);
        assertThat(row.httpStatus()).isEqualTo(200);
        assertThat(row.requestId()).isEqualTo("r-1");
        assertThat(row.errorCode()).isNull();
        assertThat(row.message()).isNull();
        assertThat(row.forced()).isTrue();
        assertThat(row.attempts()).isEqualTo(2);
        assertThat(row.startedAt()).isEqualTo(NOON);
        assertThat(row.finishedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(row.confirmedAt()).isNull();
        assertThat(LEDGER.outcomes.attempts(run)).containsExactlyElementsOf(calls);
        assertThat(LEDGER.outcomes.of(run)).containsOnly(entry(Outcome.DELETED, 1L), entry(Outcome.PLANNED, 1L));
    }

    @Test
    void keepsTheFirstOutcome() {
        var run = LEDGER.sealed("m-1");
        LEDGER.record(run, "m-1", DELETED);

        LEDGER.record(run, "m-1", new DeletionOutcome.Failed(IN_USE, "later"));

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.DELETED);
    }

    @Test
    void opensARowAgainAndNumbersOn() {
        var run = LEDGER.sealed("m-1");
        LEDGER.claim(run, 0, "m-1");
        var denied = new ApiAnswer(403, "Forbidden.RAM", "r-3", "not allowed");

        LEDGER.records.record(
                run,
                0,
                List.of(attempt("m-1", 1, denied)),
                List.of(ended(
                        "m-1", new DeletionOutcome.Open(denied, DeletionOutcome.Cause.DENIED, EarlierCalls.NONE))));

        var row = LEDGER.row(run, "m-1");
        assertThat(row.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(row.errorCode()).isEqualTo("Forbidden.RAM");
        assertThat(row.finishedAt()).isNull();

        LEDGER.claim(run, 0, "m-1");
        LEDGER.records.record(run, 0, List.of(attempt("m-1", 2, OK)), List.of(ended("m-1", DELETED)));

        assertThat(LEDGER.row(run, "m-1").errorCode()).isNull();
        assertThat(LEDGER.outcomes.attempts(run)).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    void takesADeletionAsAFactWhoeverHoldsTheRun() {
        var run = LEDGER.sealed("m-1", "m-2", "m-3");
        LEDGER.claim(run, 0, "m-1", "m-2", "m-3");
        var later = LEDGER.runs.raiseFence(run);

        LEDGER.record(run, "m-1", new DeletionOutcome.Skipped(IN_USE, "in use"));
        settled(run);
        LEDGER.claim(run, later, "m-2", "m-3");
        LEDGER.record(run, "m-2", DELETED);
        LEDGER.record(run, "m-3", new DeletionOutcome.AlreadyGone(IN_USE));

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.SKIPPED);
        assertThat(LEDGER.outcome(run, "m-2")).isEqualTo(Outcome.DELETED);
        assertThat(LEDGER.outcome(run, "m-3")).isEqualTo(Outcome.CALLING);
    }

    @Test
    void doesNotOpenARowThatALaterProcessIsCalling() {
        var run = LEDGER.sealed("m-1");
        LEDGER.claim(run, LEDGER.runs.raiseFence(run), "m-1");

        LEDGER.record(run, "m-1", new DeletionOutcome.Open(null, DeletionOutcome.Cause.STOPPED, EarlierCalls.NONE));

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.CALLING);
    }

    @Test
    void leavesWhatNobodyKnowsForTheNextStartToLookAt() {
        var run = LEDGER.sealed("m-1");
        LEDGER.claim(run, 0, "m-1");
        var unsettled = new DeletionOutcome.Unsettled(null, new EarlierCalls(1, 1, true));

        LEDGER.record(run, "m-1", unsettled);

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.CALLING);
        assertThat(LEDGER.row(run, "m-1").finishedAt()).isNull();

        settled(run);
        LEDGER.record(run, "m-1", unsettled);

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.PLANNED);
    }

    private static void settled(RunId run) {
        var left = LEDGER.leftOvers.in(ImageFixture.HANGZHOU).stream()
                .filter(row -> row.run().equals(run))
                .toList();
        LEDGER.leftOvers.settle(new RunKey("key"), Map.of(), left, NOON);
    }

    @Test
    void cutsAndCleansWhatWasSaid() {
        var run = LEDGER.sealed("m-1");
        var said = new ApiAnswer(502, null, "r\0", "x".repeat(5_000));

        LEDGER.records.record(
                run,
                0,
                List.of(attempt("m-1", 1, said)),
                List.of(ended("m-1", new DeletionOutcome.Failed(said, "\0" + "y".repeat(5_000)))));

        var row = LEDGER.row(run, "m-1");
        assertThat(row.message()).isEqualTo("\uFFFD" + "y".repeat(999) + "…");
        assertThat(row.requestId()).isEqualTo("r\uFFFD");
        assertThat(LEDGER.outcomes
                        .attempts(run)
                        .findFirst()
                        .orElseThrow()
                        .answer()
                        .message())
                .isEqualTo("x".repeat(1_000) + "…");
    }

    @Test
    void recordsAllOrNothing() {
        var run = LEDGER.sealed("m-1");

        assertThatThrownBy(() -> LEDGER.records.record(
                        run,
                        0,
                        List.of(attempt("m-1", 1, OK), attempt("m-unplanned", 1, OK)),
                        List.of(ended("m-1", DELETED))))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(LEDGER.outcomes.attempts(run)).isEmpty();
        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.PLANNED);
    }

    @Test
    void recordsNothingWithoutComplaint() {
        var run = LEDGER.begun("kept");
        LEDGER.plans.write(run, List.of(kept(ImageFixture.image("m-1"), null, "no rule")));
        LEDGER.plans.seal(run, RunFacts.NONE);

        LEDGER.records.record(run, 0, List.of(), List.of());
        LEDGER.record(run, "m-1", DELETED);

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.KEPT);
    }

    @Test
    void reportsTheCallsInTheOrderOfTheirKeys() {
        var run = LEDGER.sealed("m-a", "m-B");
        LEDGER.records.record(
                run, 0, List.of(attempt("m-a", 2, OK), attempt("m-a", 1, OK), attempt("m-B", 1, OK)), List.of());

        assertThat(LEDGER.outcomes.attempts(run))
                .extracting(call -> call.image().imageId() + " " + call.number())
                .containsExactly("m-B 1", "m-a 1", "m-a 2");
    }
}
