package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.DENIED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.GONE;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.THERE;
import static io.imagesweep.deletion.ScriptedCatalog.Sight.UNREADABLE;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A denied call ends the run, not the image. */
@Timeout(60)
class DeniedDeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isOpenAndOpensTheBreakerAndEndsThePace() {
        deletion.remover.answers(DENIED);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Open(DENIED.said(), Cause.DENIED, new EarlierCalls(1, 1, false)));
        assertThat(deletion.breaker.reason())
                .hasValue("the provider denies the call: Forbidden.RAM: User not authorized.");
        assertThat(deletion.pace.acquire()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void settlesAnEarlierCallOfUnknownResultFirst(ScriptedCatalog.Sight sight) {
        deletion.remover.answers(UNCLEAR, DENIED);
        var calls = new EarlierCalls(2, 2, true);

        DeletionOutcome outcome = deletion.delete(APPROVED, new ScriptedCatalog().shows(UNREADABLE, sight));

        assertThat(outcome)
                .isEqualTo(
                        switch (sight) {
                            case THERE, HIDDEN -> new Open(DENIED.said(), Cause.DENIED, calls);
                            case GONE -> new Deleted(null, false);
                            case UNREADABLE, DENIED -> new Unsettled(DENIED.said(), calls);
                        });
    }
}
