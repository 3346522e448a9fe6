package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.THROTTLED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED;
import static io.imagesweep.deletion.ScriptedDeletion.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was approved over an old listing is not called again. */
@Timeout(60)
class StaleDeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isLeftOpenInsteadOfBeingRepeated() {
        deletion.until = NOON.minusMillis(1);
        deletion.remover.answers(THROTTLED, ACCEPTED);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Open(THROTTLED.said(), Cause.STALE, new EarlierCalls(1, 0, false)));
        assertThat(deletion.attempts).hasSize(1);
    }

    @Test
    void remembersThatACallMayHaveDeletedTheImage() {
        deletion.until = NOON.minusMillis(1);
        deletion.remover.answers(UNCLEAR, ACCEPTED);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Open(UNCLEAR.said(), Cause.STALE, new EarlierCalls(1, 1, true)));
    }

    @Test
    void isRepeatedUpToTheLastMoment() {
        deletion.until = NOON;
        deletion.remover.answers(THROTTLED, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
    }
}
