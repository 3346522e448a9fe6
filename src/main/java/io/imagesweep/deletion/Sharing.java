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

    /** Takes the image from {@code accounts}. The permit of the first call is the caller's. */
    Taking take(Calls calls, List<String> accounts) {
        List<String> untaken = new ArrayList<>(accounts);
        for (var some : tens(accounts)) {
            boolean permitted = untaken.size() == accounts.size() || pace.acquire();
            if (!permitted) {
                return new Taking(Optional.of(new Open(null, Cause.STOPPED, calls.soFar())), untaken);
            }
            var part = calls.forAnotherTask();
            var outcome = change(calls, part, some, true);
            if (isDone(outcome) || part.soFar().unknownResult()) {
                untaken.removeAll(some);
            }
            if (!isDone(outcome)) {
                return new Taking(Optional.of(outcome), untaken);
            }
        }
        return new Taking(Optional.empty(), untaken);
    }

    /**
     * Gives the image back to {@code accounts}, one call at least for each ten, even when the run is stopping.
     *
     * @param untaken those of them who have it all the while, whatever is answered now
     */
    Optional<Ending> putBack(Calls calls, List<String> accounts, List<String> untaken) {
        var back = new GivenBack();
        for (var some :
                tens(accounts.stream().filter(one -> !untaken.contains(one)).toList())) {
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
        var outcome = change(calls, calls.forAnotherTask(), some, false);
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

    private DeletionOutcome change(Calls calls, Calls part, List<String> accounts, boolean take) {
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

    /**
     * What came of taking an image.
     *
     * @param failure why it was not taken from all; empty when it was
     * @param untaken who has it still for certain: nobody asked to take it from them, or each answer says that nothing happened
     */
    record Taking(Optional<DeletionOutcome> failure, List<String> untaken) {}
}
