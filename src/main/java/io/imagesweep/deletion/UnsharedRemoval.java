package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Hidden;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Shown;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import io.imagesweep.quota.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a shared image from those who use it, deletes it, and gives it back to them when it was not deleted. For one thread. */
final class UnsharedRemoval {

    private final Sharing sharing;
    private final ImageNeighbours neighbours;
    private final TakenShares shares;
    private final Breaker breaker;
    private final Pace pace;
    private final Instant until;

    /**
     * @param pace that of the deletion, whose permit is not the caller's here
     * @param until when the approval of the deletion is over
     */
    UnsharedRemoval(
            Sharing sharing,
            ImageNeighbours neighbours,
            TakenShares shares,
            Breaker breaker,
            Pace pace,
            Instant until) {
        this.sharing = sharing;
        this.neighbours = neighbours;
        this.shares = shares;
        this.breaker = breaker;
        this.pace = pace;
        this.until = until;
    }

    DeletionOutcome outcome(Calls calls, Supplier<DeletionOutcome> deletion) {
        return switch (neighbours.sharedWith(calls.image())) {
            case Reading.Complete<List<String>>(var accounts) -> taken(calls, accounts, deletion);
            case Reading.Unreadable<List<String>>(var ours, var why) -> unreadable(calls, ours, why);
        };
    }

    private DeletionOutcome unreadable(Calls calls, boolean ours, String why) {
        var said = new ApiAnswer(null, null, null, why);
        if (ours) {
            breaker.denied(said);
            return new Open(said, Cause.DENIED, calls.soFar());
        }
        return pace.rest(Duration.ZERO)
                ? new Failed(said, "nobody could read with whom it is shared: " + why)
                : new Open(said, Cause.STOPPED, calls.soFar());
    }

    private DeletionOutcome taken(Calls calls, List<String> accounts, Supplier<DeletionOutcome> deletion) {
        var owed = shares.taken(calls.image(), accounts);
        if (owed.accounts().isEmpty()) {
            return delete(calls, deletion);
        }
        var taking = sharing.take(calls, accounts);
        var outcome = taking.failure().orElseGet(() -> delete(calls, deletion));
        var settled = settle(calls, owed, taking.untaken(), outcome);
        return outcome instanceof Open(var said, var cause, var _) ? left(said, cause, calls, settled) : outcome;
    }

    /** Who has no image back would be forgotten by one more try in this run: the next run gives it back first. */
    private static DeletionOutcome left(@Nullable ApiAnswer said, Cause cause, Calls calls, boolean settled) {
        return !settled && (cause == Cause.BUSY || cause == Cause.STALE)
                ? new Failed(said, "not deleted, and not given back yet to those who use it")
                : new Open(said, cause, calls.soFar());
    }

    private DeletionOutcome delete(Calls calls, Supplier<DeletionOutcome> deletion) {
        if (!pace.acquire()) {
            return new Open(null, Cause.STOPPED, calls.soFar());
        }
        return calls.now().isAfter(until) ? new Open(null, Cause.STALE, calls.soFar()) : deletion.get();
    }

    /** Nobody knows whether an unsettled image is gone: whoever settles it settles this too. */
    private boolean settle(Calls calls, TakenShares.Owed owed, List<String> untaken, DeletionOutcome outcome) {
        Optional<TakenShares.Ending> ending = switch (outcome) {
            case Deleted _, AlreadyGone _ -> Optional.of(new TakenShares.Ending.Gone());
            case Skipped _, Deferred _, Failed _, Open _, Hidden _, Shown _ ->
                sharing.putBack(calls, owed.accounts(), untaken);
            case Unsettled _ -> Optional.empty();
        };
        ending.ifPresent(end -> shares.ended(calls.image(), owed, end));
        return ending.isPresent();
    }
}
