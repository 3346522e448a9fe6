package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.DENIED;
import static io.imagesweep.deletion.Answers.IN_USE;
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

import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stop loses no answer and begins no call. */
@Timeout(60)
class StoppedDeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isOpenAfterAThrottledCall() {
        deletion.remover.answers(THROTTLED).withTheLastAnswer(deletion.pace::stop);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Open(THROTTLED.said(), Cause.STOPPED, new EarlierCalls(1, 0, false)));
    }

    @Test
    void isOpenBeforeTheForcedCall() {
        deletion.remover.answers(IN_USE).withTheLastAnswer(deletion.pace::stop);

        assertThat(deletion.delete(APPROVED_WITH_FORCE)).isInstanceOf(Open.class);
        assertThat(deletion.remover.calls).containsExactly(false);
    }

    @Test
    void isOpenAfterACallThatWasNeverSent() {
        deletion.remover.answers(UNSENT).withTheLastAnswer(deletion.pace::stop);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Open(UNSENT.said(), Cause.STOPPED, new EarlierCalls(1, 1, false)));
        assertThat(deletion.catalog.looks).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void looksOnceAfterACallOfUnknownResult(ScriptedCatalog.Sight sight) {
        deletion.backoff = new Backoff(Duration.ofHours(1), Duration.ofHours(1));
        deletion.remover.answers(UNCLEAR).withTheLastAnswer(() -> Thread.startVirtualThread(deletion.pace::stop));
        var calls = new EarlierCalls(1, 1, true);
        var catalog = new ScriptedCatalog().shows(sight);

        DeletionOutcome outcome = deletion.delete(APPROVED, catalog);

        assertThat(outcome)
                .isEqualTo(
                        switch (sight) {
                            case THERE, HIDDEN -> new Open(UNCLEAR.said(), Cause.STOPPED, calls);
                            case GONE -> new Deleted(null, false);
                            case UNREADABLE, DENIED -> new Unsettled(UNCLEAR.said(), calls);
                        });
        assertThat(catalog.looks).isEqualTo(1);
    }

    @Test
    void recordsTheAnswerOfTheCallInFlight() {
        deletion.remover.answers(ACCEPTED).withTheLastAnswer(deletion.pace::stop);

        assertThat(deletion.delete(APPROVED)).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void endsTheWaitForAPermit() {
        deletion.pace = new Pace(1, Clock.systemUTC());
        deletion.pace.acquire();
        deletion.remover.answers(IN_USE).withTheLastAnswer(() -> Thread.startVirtualThread(deletion.pace::stop));

        assertThat(deletion.delete(APPROVED_WITH_FORCE)).isInstanceOf(Open.class);
    }
}
