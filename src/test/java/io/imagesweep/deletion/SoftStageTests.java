package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.BUSY;
import static io.imagesweep.deletion.Answers.MISSING;
import static io.imagesweep.deletion.Answers.NOT_FOUND;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.REFUSED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.GONE;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.HIDDEN;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.THERE;
import static io.imagesweep.deletion.ScriptedDeletion.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Hidden;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Shown;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Decision;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an image that is hidden, or shown again. */
@Timeout(60)
class SoftStageTests {

    private static final Decision.Deprecate APPROVED = Approved.deprecation(IMAGE);

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isHiddenWhenAccepted() {
        deletion.remover.answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Hidden(OK));
        assertThat(deletion.remover.others).containsExactly("Deprecated");
        assertThat(deletion.remover.calls).as("deletions").isEmpty();
        assertThat(deletion.attempts).extracting(Attempt::action).containsExactly("ModifyImageAttribute");
    }

    @Test
    void isShownWhenAccepted() {
        deletion.remover.answers(ACCEPTED);

        assertThat(deletion.restore(new ScriptedCatalog().shows(HIDDEN))).isEqualTo(new Shown(OK));
        assertThat(deletion.remover.others).containsExactly("Available");
    }

    @Test
    void isHiddenByLookingAfterAnUnclearCall() {
        deletion.remover.answers(UNCLEAR);

        assertThat(deletion.delete(APPROVED, new ScriptedCatalog().shows(HIDDEN)))
                .isEqualTo(new Hidden(null));
    }

    @Test
    void isShownByLookingAfterAnUnclearCall() {
        deletion.remover.answers(UNCLEAR);

        assertThat(deletion.restore(new ScriptedCatalog().shows(THERE))).isEqualTo(new Shown(null));
    }

    @Test
    void isAskedForAgainWhenALookShowsTheOldStatus() {
        deletion.remover.answers(UNCLEAR, ACCEPTED);

        assertThat(deletion.delete(APPROVED, new ScriptedCatalog().shows(THERE)))
                .isEqualTo(new Hidden(OK));
    }

    @Test
    void isNeverTakenForDeletedByUsWhenItIsGone() {
        deletion.remover.answers(UNCLEAR, MISSING);

        assertThat(deletion.delete(APPROVED, new ScriptedCatalog().shows(GONE))).isEqualTo(new AlreadyGone(null));
        deletion.earlier = new EarlierCalls(1, 1, true);
        assertThat(deletion.delete(APPROVED)).isEqualTo(new AlreadyGone(NOT_FOUND));
    }

    @Test
    void isSkippedWhenRefusedAndDeferredWhenBusy() {
        deletion.remover.answers(REFUSED, BUSY, BUSY);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Skipped.class);
        assertThat(deletion.delete(APPROVED)).isInstanceOf(Open.class);
        var once = new Approval.ByPolicy(APPROVED, Instant.MAX);
        assertThat(Deletion.firstAction(once)).isEqualTo("ModifyImageAttribute");
        assertThat(deletion.onceMore(once)).isInstanceOf(Deferred.class);
    }
}
