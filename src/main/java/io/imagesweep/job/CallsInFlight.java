package io.imagesweep.job;

import io.imagesweep.deletion.Attempt;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.Deletion;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.EarlierCalls;
import io.imagesweep.ledger.ImageOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The changes of images of one account and region that are on their way, each on a virtual thread; never more than there are places. */
final class CallsInFlight {

    private final Deletion deletion;
    private final ActionPaces paces;
    private final Breaker breaker;
    private final OutcomeRecorder recorder;
    private final Clock clock;
    private final int capacity;
    private final Semaphore places;
    private final Queue<ApprovedDeletion> again = new ConcurrentLinkedQueue<>();

    CallsInFlight(
            Deletion deletion,
            ActionPaces paces,
            Breaker breaker,
            OutcomeRecorder recorder,
            Clock clock,
            int capacity) {
        this.deletion = deletion;
        this.paces = paces;
        this.breaker = breaker;
        this.recorder = recorder;
        this.clock = clock;
        this.capacity = capacity;
        this.places = new Semaphore(capacity);
    }

    /** Waits for a first place, and takes up to {@code wanted} of those that are free. */
    int takePlaces(int wanted) {
        places.acquireUninterruptibly();
        int taken = 1;
        while (taken < wanted && places.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    /** Gives back a place in which nothing was started. */
    void leave(int unused) {
        places.release(unused);
    }

    /** Starts one change in a place that was taken, with a permit that was acquired. */
    void start(ApprovedDeletion approved) {
        Thread.ofVirtual().name("change-" + approved.image().imageId()).start(() -> {
            try {
                change(approved);
            } catch (RuntimeException | Error e) {
                recorder.broken(e); // the row stays CALLING, the step fails, and the next start looks
            } finally {
                places.release(); // only now: the outcome is with the recorder
            }
        });
    }

    private void change(ApprovedDeletion approved) {
        var earlier = approved.row().earlier();
        var counted = new AtomicInteger(earlier.counted());
        Consumer<Attempt> answers = attempt -> {
            counted.addAndGet(attempt.counts() ? 1 : 0);
            recorder.answered(attempt);
        };
        var outcome = approved.onceMore()
                ? deletion.changeOnceMore(approved.approval(), earlier, paces, breaker, answers)
                : deletion.change(approved.approval(), earlier, paces, breaker, answers);
        recorder.ended(new ImageOutcome(approved.image(), outcome, counted.get(), clock.instant()));
        if (outcome instanceof DeletionOutcome.Open(var _, var cause, var calls)) {
            keepForLater(approved, cause, calls);
        }
    }

    private void keepForLater(ApprovedDeletion approved, DeletionOutcome.Cause cause, EarlierCalls calls) {
        var row = approved.row().after(calls);
        switch (cause) {
            case BUSY -> again.add(new ApprovedDeletion(row, approved.approval(), true));
            case STALE -> again.add(approved.with(row, approved.approval()));
            case DENIED, STOPPED, READY -> {}
        }
    }

    /** Waits until nothing is on its way. */
    void awaitAll() {
        places.acquireUninterruptibly(capacity);
        places.release(capacity);
    }

    /** Takes the images that are worth another call: the provider was busy with them, or their approval grew old. */
    List<ApprovedDeletion> takeAgain() {
        List<ApprovedDeletion> taken = new ArrayList<>();
        for (var next = again.poll(); next != null; next = again.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
