package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Deletes one approved image: calls, retries, and settles unknown results by looking. Thread-safe. */
public final class Deletion {

    private final ImageRemover remover;
    private final ImageCatalog catalog;
    private final DeletionSettings settings;
    private final InstantSource clock;
    private final Backoff backoff;

    public Deletion(ImageRemover remover, ImageCatalog catalog, DeletionSettings settings, InstantSource clock) {
        this(remover, catalog, settings, clock, Backoff.PATIENT);
    }

    Deletion(
            ImageRemover remover,
            ImageCatalog catalog,
            DeletionSettings settings,
            InstantSource clock,
            Backoff backoff) {
        this.remover = remover;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Deletes the image and blocks until that has ended. The caller holds the permit of the first call. An image that
     * the provider is busy with comes back {@link DeletionOutcome.Cause#BUSY}: for {@link #deleteOnceMore} at the end.
     * No call starts once the approval is over: then it comes back {@link DeletionOutcome.Cause#STALE}.
     *
     * @param answers gets each answered call, in order, before the outcome is known
     */
    public DeletionOutcome delete(
            Approval approved, EarlierCalls earlier, Pace pace, Breaker breaker, Consumer<Attempt> answers) {
        return pursue(approved, earlier, pace, breaker, answers, false);
    }

    /** Deletes an image that was busy before: busy again, it is {@link DeletionOutcome.Deferred}. */
    public DeletionOutcome deleteOnceMore(
            Approval approved, EarlierCalls earlier, Pace pace, Breaker breaker, Consumer<Attempt> answers) {
        return pursue(approved, earlier, pace, breaker, answers, true);
    }

    private DeletionOutcome pursue(
            Approval approved,
            EarlierCalls earlier,
            Pace pace,
            Breaker breaker,
            Consumer<Attempt> answers,
            boolean lastTry) {
        var calls = new Calls(remover, clock, approved.decision().key(), earlier, answers);
        var pursuit = new Pursuit(approved, calls, catalog, pace, breaker, backoff, settings.maxAttempts(), lastTry);
        DeletionOutcome outcome = pursuit.outcome();
        breaker.ended(outcome);
        if (breaker.open()) {
            pace.stop();
        }
        return outcome;
    }
}
