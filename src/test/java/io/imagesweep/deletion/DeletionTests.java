package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.IN_USE;
import static io.imagesweep.deletion.Answers.MISSING;
import static io.imagesweep.deletion.Answers.NOT_FOUND;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.REFUSED;
import static io.imagesweep.deletion.Answers.THROTTLED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.Answers.UNKNOWN;
import static io.imagesweep.deletion.Answers.UNSENT;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED_WITH_FORCE;
import static io.imagesweep.deletion.ScriptedDeletion.IMAGE;
import static io.imagesweep.deletion.ScriptedDeletion.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an image, by the answers to its calls. */
@Timeout(60)
class DeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isDeletedWhenAccepted() {
        deletion.remover.answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
        assertThat(deletion.remover.calls).containsExactly(false);
    }

    @Test
    void isAlreadyGoneWhenTheFirstCallFindsNothing() {
        deletion.remover.answers(MISSING);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new AlreadyGone(NOT_FOUND));
    }

    @Test
    void isAlreadyGoneWhenTheCallBeforeWasNeverSent() {
        deletion.remover.answers(UNSENT, MISSING);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new AlreadyGone(NOT_FOUND));
        assertThat(deletion.catalog.looks).isZero();
    }

    @Test
    void isDeletedByLookingWhenMissingAfterACallOfUnknownResult() {
        deletion.remover.answers(UNCLEAR, MISSING);

        Deleted deleted = new Deleted(NOT_FOUND, false);
        assertThat(deletion.delete(APPROVED)).isEqualTo(deleted);
        assertThat(deleted.settledByLooking()).isTrue();
        assertThat(new Deleted(OK, false).settledByLooking()).isFalse();
    }

    @Test
    void isDeletedByLookingWhenMissingAfterAnEarlierProcesssCallOfUnknownResult() {
        deletion.earlier = new EarlierCalls(3, 2, true);
        deletion.remover.answers(MISSING);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(NOT_FOUND, false));
    }

    @Test
    void isSkippedInUseWithoutLeaveToForce() {
        deletion.remover.answers(IN_USE);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Skipped(IN_USE.said(), "ImageUsingByInstance: Used to create instances."));
        assertThat(deletion.remover.calls).containsExactly(false);
    }

    @Test
    void isForcedOnlyAfterItWasInUse() {
        deletion.remover.answers(IN_USE, ACCEPTED);

        assertThat(deletion.delete(APPROVED_WITH_FORCE)).isEqualTo(new Deleted(OK, true));
        assertThat(deletion.remover.calls).containsExactly(false, true);
    }

    @Test
    void isForcedOnceOnly() {
        deletion.remover.answers(IN_USE, IN_USE);

        assertThat(deletion.delete(APPROVED_WITH_FORCE)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.calls).containsExactly(false, true);
    }

    @Test
    void isForcedThoughTheAttemptsAreUsedUp() {
        deletion.earlier = new EarlierCalls(7, 7, false);
        deletion.remover.answers(IN_USE, ACCEPTED);

        assertThat(deletion.delete(APPROVED_WITH_FORCE)).isEqualTo(new Deleted(OK, true));
    }

    @Test
    void isNotForcedUnasked() {
        deletion.remover.answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED_WITH_FORCE)).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void isSkippedWhenRefusedForGood() {
        deletion.remover.answers(REFUSED);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Skipped(REFUSED.said(), "ImageUseShared: Shared to others."));
    }

    @Test
    void isFailedWithCodeAndMessageOnAnAnswerThatNobodyHasSeen() {
        deletion.remover.answers(UNKNOWN);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Failed(UNKNOWN.said(), "Image.Brewing: Short and stout."));
    }

    @Test
    void tellsEachAnsweredCallAndNumbersOn() {
        deletion.earlier = new EarlierCalls(4, 1, false);
        deletion.remover.answers(THROTTLED, UNSENT, ACCEPTED);

        deletion.delete(APPROVED);

        assertThat(deletion.attempts)
                .containsExactly(
                        new Attempt(IMAGE, 5, "DeleteImage", NOON, NOON, THROTTLED.said()),
                        new Attempt(IMAGE, 6, "DeleteImage", NOON, NOON, UNSENT.said()),
                        new Attempt(IMAGE, 7, "DeleteImage", NOON, NOON, OK));
    }

    @Test
    void tellsTheBreakerOfEachFinalOutcome() {
        deletion.breaker = new Breaker(0);
        deletion.remover.answers(UNKNOWN);

        deletion.delete(APPROVED);

        assertThat(deletion.breaker.reason()).hasValue("1 image failed, and max-failures is 0");
        assertThat(deletion.pace.acquire()).isFalse();
    }
}
