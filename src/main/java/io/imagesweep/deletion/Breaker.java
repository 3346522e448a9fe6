package io.imagesweep.deletion;

import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Hidden;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Shown;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stops one account and region when more calls would do no good. Once open it stays open. Thread-safe. */
public final class Breaker {

    private static final int LAST = 20;

    private final long maxFailures;
    private final Deque<Boolean> lastFailed = new ArrayDeque<>(LAST);
    private long failures;
    private @Nullable String reason;

    public Breaker(long maxFailures) {
        this.maxFailures = maxFailures;
    }

    /** Opens at once: something is wrong with us, and no other image fares better. */
    public synchronized void denied(ApiAnswer said) {
        open("the provider denies the call: " + said.sentence());
    }

    /** Counts a final outcome, and opens on too many failures. */
    public synchronized void ended(DeletionOutcome outcome) {
        switch (outcome) {
            case Failed _ -> count(true);
            case Deleted _, Hidden _, Shown _, AlreadyGone _, Skipped _, Deferred _ -> count(false);
            case Open _, Unsettled _ -> {}
        }
    }

    public synchronized boolean open() {
        return reason != null;
    }

    /** Why it opened, in one sentence. */
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    private void count(boolean failed) {
        if (lastFailed.size() == LAST) {
            lastFailed.removeFirst();
        }
        lastFailed.addLast(failed);
        if (failed) {
            failures++;
        }
        judge();
    }

    private void judge() {
        long lately = lastFailed.stream().filter(failed -> failed).count();
        if (failures > maxFailures) {
            open("%d %s failed, and max-failures is %d"
                    .formatted(failures, failures == 1 ? "image" : "images", maxFailures));
        } else if (lastFailed.size() == LAST && lately * 2 > LAST) {
            open("%d of the last %d outcomes are failures".formatted(lately, LAST));
        }
    }

    private void open(String why) {
        if (reason == null) {
            reason = why;
        }
    }
}
