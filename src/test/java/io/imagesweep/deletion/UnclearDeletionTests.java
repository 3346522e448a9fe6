package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.IN_USE;
import static io.imagesweep.deletion.Answers.MISSING;
import static io.imagesweep.deletion.Answers.NOT_FOUND;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.THROTTLED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.Answers.UNSENT;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.GONE;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.THERE;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.UNREADABLE;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED_WITH_FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a call of unknown result somebody looks before it is repeated. */
@Timeout(60)
class UnclearDeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isDeletedByLookingWhenGone() {
        deletion.remover.answers(UNCLEAR);
        var gone = new ScriptedCatalog().shows(GONE);

        assertThat(deletion.delete(APPROVED, gone)).isEqualTo(new Deleted(null, false));
        assertThat(new Deleted(null, false).settledByLooking()).isTrue();
        assertThat(deletion.remover.calls).hasSize(1);
    }

    @Test
    void remembersThatItWasForced() {
        deletion.remover.answers(IN_USE, UNCLEAR);

        assertThat(deletion.delete(APPROVED_WITH_FORCE, new ScriptedCatalog().shows(GONE)))
                .isEqualTo(new Deleted(null, true));
    }

    @Test
    void isLookedUpBeforeEachRepetition() {
        deletion.remover.answers(UNCLEAR, UNCLEAR, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
        assertThat(deletion.catalog.looks).isEqualTo(2);
    }

    @Test
    void isLookedUpOnceThoughTheNextCallWasThrottledOrUnsent() {
        deletion.remover.answers(UNCLEAR, THROTTLED, UNSENT, ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
        assertThat(deletion.catalog.looks).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void isRepeatedWhileAttemptsAreLeft(int times) {
        deletion.remover.answers(Answers.times(times, UNCLEAR)).answers(ACCEPTED);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void isFailedWhenTheAttemptsAreUsedUp() {
        deletion.remover.answers(Answers.times(8, UNCLEAR));

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Failed(
                        UNCLEAR.said(), "no usable answer in 8 attempts: InternalError: Some unknown error."));
        assertThat(deletion.remover.calls).hasSize(8);
        assertThat(deletion.catalog.looks).isEqualTo(8);
    }

    @Test
    void isDeletedThoughTheAttemptsAreUsedUpWhenGone() {
        deletion.remover.answers(Answers.times(8, UNCLEAR));
        deletion.catalog.shows(THERE, THERE, THERE, THERE, THERE, THERE, GONE);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(null, false));
    }

    @Test
    void countsTheAttemptsOfEarlierProcesses() {
        deletion.earlier = new EarlierCalls(9, 6, false);
        deletion.remover.answers(UNSENT, UNSENT);

        assertThat(deletion.delete(APPROVED)).isInstanceOf(Failed.class);
        assertThat(deletion.remover.calls).hasSize(2);
    }

    @Test
    void isRepeatedThoughNobodyCouldLook() {
        deletion.remover.answers(UNCLEAR, MISSING);

        assertThat(deletion.delete(APPROVED, new ScriptedCatalog().shows(UNREADABLE)))
                .isEqualTo(new Deleted(NOT_FOUND, false));
    }

    @Test
    void isLookedUpAgainAfterALookThatFailed() {
        deletion.remover.answers(UNCLEAR, UNSENT, ACCEPTED);
        var catalog = new ScriptedCatalog().shows(UNREADABLE, GONE);

        assertThat(deletion.delete(APPROVED, catalog)).isEqualTo(new Deleted(null, false));
    }

    @Test
    void isUnsettledWhenWeMayNotLook() {
        deletion.remover.answers(UNCLEAR);

        assertThat(deletion.delete(APPROVED, new ScriptedCatalog().shows(ScriptedCatalog.Sight.DENIED)))
                .isEqualTo(new Unsettled(UNCLEAR.said(), new EarlierCalls(1, 1, true)));
        assertThat(deletion.breaker.reason()).hasValue("the provider denies the call: Forbidden.RAM: not authorized");
    }
}
