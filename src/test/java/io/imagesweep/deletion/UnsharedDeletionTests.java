package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.BUSY;
import static io.imagesweep.deletion.Answers.DENIED;
import static io.imagesweep.deletion.Answers.IN_USE;
import static io.imagesweep.deletion.Answers.MISSING;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.REFUSED;
import static io.imagesweep.deletion.Answers.THROTTLED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.Answers.UNKNOWN;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.UNREADABLE;
import static io.imagesweep.deletion.ScriptedDeletion.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Decision;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shared image that may be taken from those who use it. */
@Timeout(60)
class UnsharedDeletionTests {

    private static final Decision.Delete APPROVED = Approved.unsharedDeletion(IMAGE);

    private final ScriptedDeletion deletion = new ScriptedDeletion().sharedWith("7", "8");

    @Test
    void isTakenFromThemAndDeleted() {
        deletion.remover.answers(ACCEPTED, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
        assertThat(deletion.remover.others).containsExactly("-7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "Gone");
        assertThat(deletion.attempts).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(deletion.attempts)
                .extracting(Attempt::action)
                .containsExactly("ModifyImageSharePermission", "DeleteImage");
    }

    @Test
    void isGivenBackWhenTheDeletionIsRefused() {
        deletion.remover.answers(ACCEPTED, IN_USE, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others).containsExactly("-7,8", "+7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
    }

    @Test
    void isGivenBackWhenTheDeletionFails() {
        deletion.remover.answers(ACCEPTED, UNKNOWN, THROTTLED, UNCLEAR, BUSY, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Failed.class);
        assertThat(deletion.remover.others).containsExactly("-7,8", "+7,8", "+7,8", "+7,8", "+7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
    }

    @Test
    void isGivenBackThoughTheRunIsStopping() {
        deletion.remover.answers(ACCEPTED, ACCEPTED).afterCalls(1, deletion.pace::stop);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Open(null, Cause.STOPPED, new EarlierCalls(2, 0, false)));
        assertThat(deletion.remover.others).containsExactly("-7,8", "+7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
    }

    @Test
    void staysTakenOnRecordWhenNobodyKnowsWhetherItIsDeleted() {
        deletion.remover.answers(ACCEPTED, UNCLEAR).withTheLastAnswer(deletion.pace::stop);

        assertThat(deletion.delete(APPROVED, new ScriptedCatalog().shows(UNREADABLE)))
                .isInstanceOf(Unsettled.class);
        assertThat(deletion.shares.told).containsExactly("taken from 7,8");
    }

    @Test
    void isNotDeletedWhenItCannotBeTaken() {
        deletion.remover.answers(DENIED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Open.class);
        assertThat(deletion.remover.calls).as("deletions").isEmpty();
        assertThat(deletion.remover.others).as("nothing to give back").containsExactly("-7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
        assertThat(deletion.breaker.open()).isTrue();
    }

    @Test
    void isOwedToNobodyWhenTheTakingWasRefused() {
        deletion.remover.answers(THROTTLED, UNKNOWN);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Failed.class);
        assertThat(deletion.remover.others).containsExactly("-7,8", "-7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
    }

    @Test
    void isGivenBackWhenTheTakingMayHaveHappened() {
        deletion.remover.answers(UNCLEAR, REFUSED, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others).containsExactly("-7,8", "-7,8", "+7,8");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
    }

    @Test
    void isGivenBackOnlyToThoseItWasTakenFrom() {
        deletion.sharedWith(IntStream.range(10, 31).mapToObj(String::valueOf).toArray(String[]::new));
        deletion.remover.answers(ACCEPTED, REFUSED, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others)
                .containsExactly(
                        "-10,11,12,13,14,15,16,17,18,19",
                        "-20,21,22,23,24,25,26,27,28,29",
                        "+10,11,12,13,14,15,16,17,18,19");
    }

    @Test
    void isNotTriedAgainInTheSameRunWhileItIsNotGivenBack() {
        deletion.remover.answers(ACCEPTED, BUSY, UNKNOWN);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Failed.class);
        assertThat(deletion.shares.told).containsExactly("taken from 7,8");
    }

    @Test
    void isTakenFromTenAtATime() {
        deletion.sharedWith(IntStream.range(10, 31).mapToObj(String::valueOf).toArray(String[]::new));
        deletion.remover.answers(Answers.times(4, ACCEPTED));

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Deleted.class);
        assertThat(deletion.remover.others)
                .containsExactly("-10,11,12,13,14,15,16,17,18,19", "-20,21,22,23,24,25,26,27,28,29", "-30");
    }

    @Test
    void isDeletedAsItIsWhenNobodyUsesItAnyLonger() {
        deletion.sharedWith();
        deletion.remover.answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
        assertThat(deletion.shares.told).isEmpty();
    }

    @Test
    void isFailedWhenNobodyCanReadWhoUsesIt() {
        deletion.neighbours.accounts = new Reading.Unreadable<>(false, "503");

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Failed.class);
        assertThat(deletion.remover.others).isEmpty();
    }

    @Test
    void isNotTakenFromAnybodyUnasked() {
        deletion.remover.answers(REFUSED);

        assertThat(deletion.delete(Approved.deletion(IMAGE))).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others).isEmpty();
    }

    @Test
    void isGoneForGoodWhenItVanishesMeanwhile() {
        deletion.remover.answers(MISSING);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(DeletionOutcome.AlreadyGone.class);
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "Gone");
    }
}
