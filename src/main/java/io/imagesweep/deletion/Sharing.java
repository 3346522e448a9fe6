package io.imagesweep.deletion;

import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.TakenShares.Ending;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one image from the accounts that use it, and gives it back, ten accounts a call. For one thread. */
final class Sharing {

    private final ImageRemover remover;
    private final Pace pace;
    private final Breaker breaker;
    private final Backoff backoff;
    private final int maxAttempts;

    Sharing(ImageRemover remover, Pace pace, Breaker breaker, Backoff backoff, int maxAttempts) {
        this.remover = remover;
        this.pace = pace;
        this.breaker = breaker;
        this.backoff = backoff;
        this.maxAttempts = maxAttempts;
    }

    /** Takes the image from {@code accounts}; empty when that is done. The permit of the first call is the caller's. */
    Optional<DeletionOutcome> take(Calls calls, List<String> accounts) {
        boolean permitted = true;
        for (var some : tens(accounts)) {
            if (!permitted && !pace.acquire()) {
                return Optional.of(new Open(null, Cause.STOPPED, calls.soFar()));
            }
            permitted = false;
            var outcome = change(calls, some, true);
            if (!isDone(outcome)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /**
     * Gives the image back to {@code accounts}, one call at least for each ten, even when the run is stopping; ten that
     * cannot have it are no reason to leave the others without. Empty: not settled, so it is to be tried again.
     */
    Optional<Ending> putBack(Calls calls, List<String> accounts) {
        boolean settled = true;
        Ending ending = new Ending.PutBack();
        for (var some : tens(accounts)) {
            pace.acquire();
            switch (change(calls, some, false)) {
                case AlreadyGone _ -> {
                    return Optional.of(new Ending.Gone());
                }
                case DeletionOutcome.Skipped(var said, var message) -> ending = new Ending.Failed(said(said, message));
                case Open(var _, var cause, var _) when cause == Cause.READY -> {}
                case DeletionOutcome.Failed _,
                        DeletionOutcome.Deleted _,
                        DeletionOutcome.Hidden _,
                        DeletionOutcome.Shown _,
                        DeletionOutcome.Deferred _,
                        Open _,
                        DeletionOutcome.Unsettled _ -> settled = false;
            }
        }
        return settled ? Optional.of(ending) : Optional.empty();
    }

    private static ApiAnswer said(@Nullable ApiAnswer said, String message) {
        return said == null ? new ApiAnswer(null, null, null, message) : said;
    }

    private DeletionOutcome change(Calls calls, List<String> accounts, boolean take) {
        var part = calls.forAnotherTask();
        var task = new ShareChange(remover, calls.image(), accounts, take);
        var outcome = new Pursuit(task, Instant.MAX, part, pace, breaker, backoff, maxAttempts, false).outcome();
        calls.after(part);
        return outcome;
    }

    private static boolean isDone(DeletionOutcome outcome) {
        return outcome instanceof Open(var _, var cause, var _) && cause == Cause.READY;
    }

    private static List<List<String>> tens(List<String> accounts) {
        List<List<String>> tens = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += ShareChange.MOST) {
            tens.add(accounts.subList(from, Math.min(from + ShareChange.MOST, accounts.size())));
        }
        return tens;
    }
}
