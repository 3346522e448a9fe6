package io.imagesweep.deletion;

import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.TakenShares.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of giving one image back so far. For one thread. */
final class GivenBack {

    private final List<String> refused = new ArrayList<>();
    private @Nullable ApiAnswer refusal;
    private boolean gone;
    private boolean unsettled;

    /** What the calls for {@code accounts} ended with. */
    void add(List<String> accounts, DeletionOutcome outcome) {
        switch (outcome) {
            case AlreadyGone _ -> gone = true;
            case Skipped(var said, var message) -> {
                refused.addAll(accounts);
                refusal = said == null ? new ApiAnswer(null, null, null, message) : said;
            }
            case Open(var _, var cause, var _) when cause == Cause.READY -> {}
            case DeletionOutcome.Failed _,
                    DeletionOutcome.Deleted _,
                    DeletionOutcome.Hidden _,
                    DeletionOutcome.Shown _,
                    DeletionOutcome.Deferred _,
                    Open _,
                    DeletionOutcome.Unsettled _ -> unsettled = true;
        }
    }

    /** Some were not asked for. */
    void leftOut() {
        unsettled = true;
    }

    boolean isGone() {
        return gone;
    }

    /** Empty: not settled, so it is to be tried again. */
    Optional<Ending> ending() {
        if (gone) {
            return Optional.of(new Ending.Gone());
        }
        if (unsettled) {
            return Optional.empty();
        }
        return Optional.of(refusal == null ? new Ending.PutBack() : new Ending.Failed(refused, refusal));
    }
}
