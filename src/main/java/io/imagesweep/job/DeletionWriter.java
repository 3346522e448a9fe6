package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.Deletion;
import io.imagesweep.ledger.FenceMoved;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.Run;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Starts the calls of one account and region as their permits come, and returns without waiting for the answers, so that no
 * chunk's end idles the quota. Before a call its row is marked; what was marked and not started is given back.
 */
final class DeletionWriter implements ItemWriter<ApprovedDeletion>, AutoCloseable {

    private final Run run;
    private final OpenDeletions rows;
    private final StillQualifies qualifies;
    private final CallsInFlight calls;
    private final OutcomeRecorder recorder;
    private final Gate gate;
    private final ActionPaces paces;
    private final Clock clock;
    private final int group;

    /** @param group how many rows are marked at once: as many as get their permits soon */
    DeletionWriter(
            Run run,
            OpenDeletions rows,
            StillQualifies qualifies,
            CallsInFlight calls,
            OutcomeRecorder recorder,
            Gate gate,
            ActionPaces paces,
            Clock clock,
            int group) {
        this.run = run;
        this.rows = rows;
        this.qualifies = qualifies;
        this.calls = calls;
        this.recorder = recorder;
        this.gate = gate;
        this.paces = paces;
        this.clock = clock;
        this.group = group;
    }

    @Override
    public void write(Chunk<? extends ApprovedDeletion> chunk) {
        startAll(new ArrayDeque<>(chunk.getItems()));
    }

    /** Waits for the last answer; then what is worth another call gets it. */
    @Override
    public void close() {
        calls.awaitAll();
        for (var again = calls.takeAgain(); !again.isEmpty() && gate.mayStart(); again = calls.takeAgain()) {
            recorder.flush(); // the rows are open again only once that is committed
            startAll(new ArrayDeque<>(again));
            calls.awaitAll();
        }
        gate.lookOnceMore();
    }

    private void startAll(Deque<ApprovedDeletion> waiting) {
        while (!waiting.isEmpty() && gate.mayStart()) {
            int places = calls.takePlaces(Math.min(group, waiting.size()));
            Deque<ApprovedDeletion> next = new ArrayDeque<>(places);
            for (int i = 0; i < places; i++) {
                next.add(waiting.remove());
            }
            startGroup(mark(next));
        }
    }

    private Deque<ApprovedDeletion> mark(Deque<ApprovedDeletion> next) {
        int before = next.size();
        Set<ImageKey> marked = Set.of();
        try {
            marked = claim(next.stream().map(ApprovedDeletion::image).toList());
        } finally {
            var ours = marked;
            next.removeIf(approved -> !ours.contains(approved.image()));
            calls.leave(before - next.size());
        }
        return next;
    }

    private Set<ImageKey> claim(List<ImageKey> images) {
        try {
            return rows.claim(run.id(), run.fence(), images, clock.instant());
        } catch (FenceMoved e) {
            gate.shut(ExitCode.HELD, String.valueOf(e.getMessage()));
            return Set.of();
        }
    }

    private void startGroup(Deque<ApprovedDeletion> marked) {
        try {
            while (!marked.isEmpty() && permitted(marked.element()) && gate.mayStart()) {
                startNext(marked);
            }
        } finally {
            if (!marked.isEmpty()) {
                giveBack(marked);
            }
        }
    }

    private boolean permitted(ApprovedDeletion next) {
        return paces.apply(Deletion.firstAction(next.approval())).acquire();
    }

    /** An approval may have grown old while it waited for its permit, in a pause of the quota or an outage of the database. */
    private void startNext(Deque<ApprovedDeletion> marked) {
        var approved = qualifies.again(marked.element());
        if (approved != null) {
            marked.remove();
            calls.start(approved);
        } else if (gate.mayStart()) {
            marked.remove();
            calls.leave(1);
        }
    }

    private void giveBack(Deque<ApprovedDeletion> unstarted) {
        try {
            rows.giveBack(
                    run.id(),
                    run.fence(),
                    unstarted.stream().map(ApprovedDeletion::image).toList());
        } finally {
            calls.leave(unstarted.size());
        }
    }
}
