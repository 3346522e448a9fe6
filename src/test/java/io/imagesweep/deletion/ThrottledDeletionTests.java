package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.THROTTLED;
import static io.imagesweep.deletion.Answers.UNSENT;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.Deleted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A throttled call costs time and nothing else. */
@Timeout(60)
class ThrottledDeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isNeverAnAttempt() {
        deletion.remover.answers(Answers.times(30, THROTTLED)).answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
        assertThat(deletion.attempts).hasSize(31);
    }

    @Test
    void leavesTheAttemptsForOtherFaults() {
        deletion.remover
                .answers(THROTTLED, THROTTLED)
                .answers(Answers.times(7, UNSENT))
                .answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void slowsEverybodyDown() {
        deletion.remover.answers(THROTTLED, ACCEPTED);

        deletion.delete(APPROVED);

        assertThat(deletion.pace.permitsPerMinute()).isEqualTo(45_000.25);
    }

    @Test
    void doesNotHurryBackOnAnswersThatAreNone() {
        deletion.remover.answers(THROTTLED, UNSENT, THROTTLED, ACCEPTED);

        deletion.delete(APPROVED);

        assertThat(deletion.pace.permitsPerMinute()).isEqualTo(33_750.25);
    }
}
