package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.Attempt;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.SnapshotDeletion;
import io.imagesweep.ledger.FenceMoved;
import io.imagesweep.ledger.OutcomeRecords;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.SnapshotRow;
import io.imagesweep.ledger.Snapshots;
import io.imagesweep.quota.Pace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls for snapshots of one account and region, those of one image one after the other. */
final class SnapshotCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCalls.class);
    private static final int MOST_SENTENCES = 20;

    private final Run run;
    private final RunNotes notes;
    private final Snapshots snapshots;
    private final OutcomeRecords records;
    private final SnapshotDeletion deletion;
    private final Pace pace;
    private final Breaker breaker;
    private final Gate gate;
    private final Semaphore places;
    private final Clock clock;

    /** @param run the run that calls; the snapshots may be left over from others */
    SnapshotCalls(
            Run run,
            RunNotes notes,
            Snapshots snapshots,
            OutcomeRecords records,
            SnapshotDeletion deletion,
            Pace pace,
            Breaker breaker,
            Gate gate,
            int maxInFlight,
            Clock clock) {
        this.run = run;
        this.notes = notes;
        this.snapshots = snapshots;
        this.records = records;
        this.deletion = deletion;
        this.pace = pace;
        this.breaker = breaker;
        this.gate = gate;
        this.places = new Semaphore(maxInFlight);
        this.clock = clock;
    }

    void sweep(List<SnapshotRow> open, SnapshotUse use) {
        List<Future<List<String>>> images = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var rows : byImage(open)) {
                images.add(threads.submit(() -> inPlace(rows, use)));
            }
        }
        tell(images.stream().flatMap(image -> failures(image).stream()).toList());
        gate.lookOnceMore();
    }

    private static Collection<List<SnapshotRow>> byImage(List<SnapshotRow> open) {
        return open.stream()
                .collect(Collectors.groupingBy(row -> new OfRun(row.run(), row.image())))
                .values();
    }

    private static List<String> failures(Future<List<String>> image) {
        try {
            return image.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void tell(List<String> failures) {
        failures.stream().limit(MOST_SENTENCES).forEach(notes::missing);
        if (failures.size() > MOST_SENTENCES) {
            notes.missing("and " + (failures.size() - MOST_SENTENCES) + " more snapshots could not be deleted");
        }
    }

    private List<String> inPlace(List<SnapshotRow> rows, SnapshotUse use) {
        places.acquireUninterruptibly();
        try {
            return ofOneImage(rows, use);
        } finally {
            places.release();
        }
    }

    /** Gives a sentence for each that could not be deleted. */
    private List<String> ofOneImage(List<SnapshotRow> rows, SnapshotUse use) {
        List<String> failures = new ArrayList<>();
        for (var row : rows) {
            var known = use.outcome(row);
            if (known.isPresent()) {
                snapshots.record(row, known.get(), clock.instant());
            } else if (mayCall(row)) {
                call(row, failures);
            }
        }
        return failures;
    }

    private boolean mayCall(SnapshotRow row) {
        if (!gate.mayStart() || !pace.acquire() || !gate.mayStart()) {
            return false;
        }
        try {
            snapshots.claim(run.id(), run.fence(), row, clock.instant());
            return true;
        } catch (FenceMoved e) {
            gate.shut(ExitCode.HELD, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void call(SnapshotRow row, List<String> failures) {
        Consumer<Attempt> answers = attempt -> records.record(row.run(), 0, List.of(attempt), List.of());
        var outcome = deletion.delete(row.image(), row.snapshotId(), snapshots.earlier(row), pace, breaker, answers);
        snapshots.record(row, outcome, clock.instant());
        if (outcome instanceof DeletionOutcome.Skipped(var _, var message)) {
            LOG.warn("{}: snapshot {} stays: {}", row.image(), row.snapshotId(), message);
        }
        if (outcome instanceof DeletionOutcome.Failed(var _, var message)) {
            failures.add("%s: snapshot %s could not be deleted: %s".formatted(row.image(), row.snapshotId(), message));
        }
    }

    private record OfRun(RunId run, ImageKey image) {}
}
