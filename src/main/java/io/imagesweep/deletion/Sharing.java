package io.imagesweep.deletion;

import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.TakenShares.Ending;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Gives the image back to {@code accounts}, one call at least for each ten, even when the run is stopping. */
    Optional<Ending> putBack(Calls calls, List<String> accounts) {
        var back = new GivenBack();
        for (var some : tens(accounts)) {
            pace.acquire();
            give(calls, some, back);
        }
        return back.ending();
    }

    /** Those who cannot have it are no reason to leave the others of their ten without. */
    private void give(Calls calls, List<String> some, GivenBack back) {
        if (back.isGone()) {
            return;
        }
        var outcome = change(calls, some, false);
        if (outcome instanceof DeletionOutcome.Skipped && some.size() > 1) {
            some.forEach(account -> giveAlone(calls, account, back));
        } else {
            back.add(some, outcome);
        }
    }

    private void giveAlone(Calls calls, String account, GivenBack back) {
        if (pace.acquire()) {
            give(calls, List.of(account), back);
        } else {
            back.leftOut();
        }
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
