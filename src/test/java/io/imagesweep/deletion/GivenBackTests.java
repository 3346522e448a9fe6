package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.IN_USE;
import static io.imagesweep.deletion.Answers.REFUSED;
import static io.imagesweep.deletion.Answers.UNKNOWN;
import static io.imagesweep.deletion.ScriptedDeletion.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Decision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** To whom an image that was not deleted is given back. */
@Timeout(60)
class GivenBackTests {

    private static final Decision.Delete APPROVED = Approved.unsharedDeletion(IMAGE);

    private final ScriptedDeletion deletion = new ScriptedDeletion().sharedWith("7", "8");

    @Test
    void isGivenBackToThoseToWhomItIsOwedSinceAnEarlierStart() {
        deletion.shares.owedBefore = List.of("8", "9");
        deletion.remover.answers(ACCEPTED, IN_USE, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others).containsExactly("-7,8", "+8,9,7");
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "PutBack");
    }

    @Test
    void isGivenBackToThemEvenWhenNobodyUsesItNow() {
        deletion.sharedWith();
        deletion.shares.owedBefore = List.of("8", "9");
        deletion.remover.answers(IN_USE, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others).containsExactly("+8,9");
        assertThat(deletion.shares.told).containsExactly("PutBack");
    }

    @Test
    void isLeftToTheNextStartWhenGivingItBackIsRefusedWhileTheRunIsStopping() {
        deletion.remover.answers(ACCEPTED, REFUSED, REFUSED).withTheLastAnswer(deletion.pace::stop);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.shares.told).containsExactly("taken from 7,8");
    }

    @Test
    void isGivenBackToOthersThanThoseWhomThatIsRefusedFor() {
        deletion.sharedWith(IntStream.range(10, 21).mapToObj(String::valueOf).toArray(String[]::new));
        deletion.remover.answers(ACCEPTED, ACCEPTED, IN_USE, REFUSED);
        deletion.remover.answers(Answers.times(3, ACCEPTED)).answers(REFUSED).answers(Answers.times(7, ACCEPTED));

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.remover.others)
                .containsSubsequence("+10,11,12,13,14,15,16,17,18,19", "+10", "+11", "+12", "+13", "+19", "+20");
        assertThat(deletion.shares.told).endsWith("Failed for 13");
    }

    @Test
    void isSaidNotToBeGivenBackWhenThatIsRefused() {
        deletion.remover.answers(ACCEPTED, REFUSED, REFUSED, REFUSED, REFUSED);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.shares.told).containsExactly("taken from 7,8", "Failed for 7,8");
    }

    @Test
    void staysTakenOnRecordWhenGivingItBackFails() {
        deletion.remover.answers(ACCEPTED, REFUSED, UNKNOWN);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.shares.told).as("a later run gives it back").containsExactly("taken from 7,8");
    }
}
