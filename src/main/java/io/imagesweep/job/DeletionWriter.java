package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.EarlierCalls;
import io.imagesweep.job.CallsInFlight.BusyImage;
import io.imagesweep.ledger.FenceMoved;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.Run;
import io.imagesweep.quota.Pace;
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
    private final CallsInFlight calls;
    private final OutcomeRecorder recorder;
    private final Gate gate;
    private final Pace pace;
    private final Clock clock;
    private final int group;

    /** @param group how many rows are marked at once: as many as get their permits soon */
    DeletionWriter(
            Run run,
            OpenDeletions rows,
            CallsInFlight calls,
            OutcomeRecorder recorder,
            Gate gate,
            Pace pace,
            Clock clock,
            int group) {
        this.run = run;
        this.rows = rows;
        this.calls = calls;
        this.recorder = recorder;
        this.gate = gate;
        this.pace = pace;
        this.clock = clock;
        this.group = group;
    }

    @Override
    public void write(Chunk<? extends ApprovedDeletion> chunk) {
        Deque<Start> waiting = new ArrayDeque<>();
        chunk.forEach(approved -> waiting.add(Start.first(approved)));
        startAll(waiting);
    }

    /** Waits for the last answer; then each image that the provider was busy with gets one more call. */
    @Override
    public void close() {
        calls.awaitAll();
        Deque<Start> again = new ArrayDeque<>();
        calls.busy().forEach(busy -> again.add(Start.again(busy)));
        if (!again.isEmpty()) {
            recorder.flush(); // the rows are open again only once that is committed
            startAll(again);
            calls.awaitAll();
        }
        gate.lookOnceMore();
    }

    private void startAll(Deque<Start> waiting) {
        while (!waiting.isEmpty() && gate.mayStart()) {
            int places = calls.takePlaces(Math.min(group, waiting.size()));
            Deque<Start> next = new ArrayDeque<>(places);
            for (int i = 0; i < places; i++) {
                next.add(waiting.remove());
            }
            startGroup(mark(next));
        }
    }

    private Deque<Start> mark(Deque<Start> next) {
        int before = next.size();
        Set<ImageKey> marked = Set.of();
        try {
            marked = claim(next.stream().map(Start::image).toList());
        } finally {
            var ours = marked;
            next.removeIf(start -> !ours.contains(start.image()));
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

    private void startGroup(Deque<Start> marked) {
        while (!marked.isEmpty() && pace.acquire() && gate.mayStart()) {
            var start = marked.remove();
            calls.start(start.approved(), start.earlier(), start.onceMore());
        }
        if (!marked.isEmpty()) {
            giveBack(marked);
        }
    }

    private void giveBack(Deque<Start> unstarted) {
        try {
            rows.giveBack(
                    run.id(), run.fence(), unstarted.stream().map(Start::image).toList());
        } finally {
            calls.leave(unstarted.size());
        }
    }

    private record Start(ApprovedDeletion approved, EarlierCalls earlier, boolean onceMore) {

        static Start first(ApprovedDeletion approved) {
            return new Start(approved, approved.row().earlier(), false);
        }

        static Start again(BusyImage busy) {
            return new Start(busy.approved(), busy.earlier(), true);
        }

        ImageKey image() {
            return approved.image();
        }
    }
}
