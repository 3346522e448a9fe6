package io.imagesweep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.EarlierCalls;
import org.junit.jupiter.api.Test;

class OutcomeColumnsTests {

    private static final ApiAnswer SAID = new ApiAnswer(403, "Code", "r-1", "said");
    private static final ApiAnswer NOTHING = new ApiAnswer(null, null, null, null);
    private static final ApiAnswer OK = new ApiAnswer(200, null, "r-1", null);

    @Test
    void hasAWordForEachEnd() {
        assertThat(OutcomeColumns.of(new DeletionOutcome.Deleted(OK, true)))
                .isEqualTo(new OutcomeColumns(Outcome.DELETED, OK, true));
        assertThat(OutcomeColumns.of(new DeletionOutcome.AlreadyGone(SAID)))
                .isEqualTo(new OutcomeColumns(Outcome.ALREADY_GONE, SAID, false));
        assertThat(OutcomeColumns.of(new DeletionOutcome.AlreadyGone(null)))
                .isEqualTo(new OutcomeColumns(Outcome.ALREADY_GONE, NOTHING, false));
        assertThat(OutcomeColumns.of(new DeletionOutcome.Deferred(SAID)))
                .isEqualTo(new OutcomeColumns(Outcome.DEFERRED, SAID, false));
        assertThat(OutcomeColumns.of(new DeletionOutcome.Open(null, DeletionOutcome.Cause.BUSY, EarlierCalls.NONE)))
                .isEqualTo(new OutcomeColumns(Outcome.PLANNED, NOTHING, false));
    }

    @Test
    void leavesWhatNobodyKnowsBeingCalled() {
        var unsettled = new DeletionOutcome.Unsettled(null, new EarlierCalls(1, 1, true));

        assertThat(OutcomeColumns.of(unsettled)).isEqualTo(new OutcomeColumns(Outcome.CALLING, NOTHING, false));
        assertThat(OutcomeColumns.leavesUnknown(unsettled)).isTrue();
        assertThat(OutcomeColumns.leavesUnknown(new DeletionOutcome.Deleted(OK, false)))
                .isFalse();
    }

    @Test
    void saysThatALookSettledIt() {
        assertThat(OutcomeColumns.of(new DeletionOutcome.Deleted(SAID, false)))
                .isEqualTo(new OutcomeColumns(
                        Outcome.DELETED, new ApiAnswer(403, "Code", "r-1", "settled by looking"), false));
        assertThat(OutcomeColumns.of(new DeletionOutcome.Deleted(null, false)))
                .isEqualTo(new OutcomeColumns(
                        Outcome.DELETED, new ApiAnswer(null, null, null, "settled by looking"), false));
    }

    @Test
    void saysWhyNoCallWillBeMade() {
        assertThat(OutcomeColumns.of(new DeletionOutcome.Skipped(SAID, "in use by 2 instances")))
                .isEqualTo(new OutcomeColumns(
                        Outcome.SKIPPED, new ApiAnswer(403, "Code", "r-1", "in use by 2 instances"), false));
        assertThat(OutcomeColumns.of(new DeletionOutcome.Failed(null, "gave up")))
                .isEqualTo(new OutcomeColumns(Outcome.FAILED, new ApiAnswer(null, null, null, "gave up"), false));
    }
}
