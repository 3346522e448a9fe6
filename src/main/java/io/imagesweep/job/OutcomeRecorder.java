package io.imagesweep.job;

import io.imagesweep.deletion.Attempt;
import io.imagesweep.ledger.ImageOutcome;
import io.imagesweep.ledger.OutcomeRecords;
import io.imagesweep.ledger.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commits what happened in one account and region, in small groups, soon after it happened. Its queue is bounded: while it
 * cannot write, nobody gets rid of an outcome, so nothing new starts. Once it failed it is not healthy, and its
 * {@link #close()} says why.
 */
final class OutcomeRecorder implements AutoCloseable {

    private static final int GROUP = 500;
    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final OutcomeRecords records;
    private final Run run;
    private final Progress progress;
    private final BlockingQueue<Entry> queue;
    private volatile @Nullable RuntimeException failure;

    OutcomeRecorder(OutcomeRecords records, Run run, Progress progress, int capacity) {
        this.records = records;
        this.run = run;
        this.progress = progress;
        this.queue = new ArrayBlockingQueue<>(capacity);
        Thread.ofVirtual().name("recorder").start(this::commitGroups);
    }

    /** An answered call. */
    void answered(Attempt attempt) {
        put(new Answered(attempt));
    }

    /** How an image ended. */
    void ended(ImageOutcome outcome) {
        put(new Ended(outcome));
    }

    boolean healthy() {
        return failure == null;
    }

    /** Something broke that must end the step: outcomes may be missing. */
    void broken(Throwable cause) {
        failure =
                cause instanceof RuntimeException known ? known : new IllegalStateException("a deletion broke", cause);
    }

    /** Waits until all that was put before is committed, or never will be. */
    void flush() {
        var mark = new Mark(new CountDownLatch(1), false);
        put(mark);
        await(mark.passed());
    }

    @Override
    public void close() {
        var end = new Mark(new CountDownLatch(1), true);
        put(end);
        await(end.passed());
        var cause = failure;
        if (cause != null) {
            throw cause;
        }
    }

    private void put(Entry entry) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(entry);
                break;
            } catch (InterruptedException e) {
                interrupted = true; // an outcome is a fact: it is handed over all the same
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitGroups() {
        boolean more = true;
        while (more) {
            var group = nextGroup();
            commit(group);
            for (Entry entry : group) {
                if (entry instanceof Mark(var passed, var last)) {
                    passed.countDown();
                    more &= !last;
                }
            }
        }
    }

    private List<Entry> nextGroup() {
        List<Entry> group = new ArrayList<>();
        try {
            group.add(queue.take());
            long until = System.nanoTime() + GROUP_NANOS;
            while (group.size() < GROUP && !(group.getLast() instanceof Mark)) {
                var next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    break;
                }
                group.add(next);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the recorder", e);
        }
        return group;
    }

    private void commit(List<Entry> group) {
        if (failure != null) {
            return;
        }
        List<Attempt> attempts = new ArrayList<>();
        List<ImageOutcome> outcomes = new ArrayList<>();
        for (Entry entry : group) {
            switch (entry) {
                case Answered(var attempt) -> attempts.add(attempt);
                case Ended(var outcome) -> outcomes.add(outcome);
                case Mark _ -> {}
            }
        }
        try {
            records.record(run.id(), run.fence(), attempts, outcomes);
            progress.ended(
                    outcomes.stream().filter(end -> end.outcome().isFinal()).count());
        } catch (RuntimeException | Error e) {
            broken(e); // close() throws it, and until then nothing new starts
        }
    }

    private sealed interface Entry {}

    private record Answered(Attempt attempt) implements Entry {}

    private record Ended(ImageOutcome outcome) implements Entry {}

    private record Mark(CountDownLatch passed, boolean last) implements Entry {}
}
