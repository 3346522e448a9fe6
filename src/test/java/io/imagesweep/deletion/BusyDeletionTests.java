package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.BUSY;
import static io.imagesweep.deletion.Answers.MISSING;
import static io.imagesweep.deletion.Answers.NOT_FOUND;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.ScriptedDeletion.APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An image that something else is done with gets one more call, later. */
@Timeout(60)
class BusyDeletionTests {

    private final ScriptedDeletion deletion = new ScriptedDeletion();

    @Test
    void isOpenForOneMoreCall() {
        deletion.remover.answers(BUSY);

        assertThat(deletion.delete(APPROVED))
                .isEqualTo(new Open(BUSY.said(), Cause.BUSY, new EarlierCalls(1, 1, false)));
    }

    @Test
    void isDeferredWhenBusyAgain() {
        deletion.remover.answers(BUSY);

        assertThat(deletion.deleteOnceMore()).isEqualTo(new Deferred(BUSY.said()));
    }

    @Test
    void isDeletedWhenBusyNoMore() {
        deletion.remover.answers(ACCEPTED);

        assertThat(deletion.deleteOnceMore()).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void remembersACallOfUnknownResult() {
        deletion.remover.answers(UNCLEAR, BUSY);
        var open = new Open(BUSY.said(), Cause.BUSY, new EarlierCalls(2, 2, true));
        assertThat(deletion.delete(APPROVED)).isEqualTo(open);

        deletion.earlier = open.calls();
        deletion.remover.answers(MISSING);
        assertThat(deletion.deleteOnceMore()).isEqualTo(new Deleted(NOT_FOUND, false));
    }
}
