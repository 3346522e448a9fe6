package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Deletes one snapshot behind an image that is gone: calls, retries, and settles unknown results by looking. Thread-safe. */
public final class SnapshotDeletion {

    /** The API's name of the action. */
    public static final String ACTION = SnapshotRemoval.ACTION;

    private final ImageRemover remover;
    private final ImageNeighbours neighbours;
    private final DeletionSettings settings;
    private final InstantSource clock;
    private final Backoff backoff;

    public SnapshotDeletion(
            ImageRemover remover, ImageNeighbours neighbours, DeletionSettings settings, InstantSource clock) {
        this(remover, neighbours, settings, clock, Backoff.PATIENT);
    }

    SnapshotDeletion(
            ImageRemover remover,
            ImageNeighbours neighbours,
            DeletionSettings settings,
            InstantSource clock,
            Backoff backoff) {
        this.remover = remover;
        this.neighbours = neighbours;
        this.settings = settings;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Deletes the snapshot and blocks until that has ended. The caller holds the permit of the first call. A snapshot that the
     * provider still takes for one in use is asked for again for a while; then it is {@link DeletionOutcome.Failed}.
     *
     * @param image the image that it was behind, whose calls are numbered on from {@code earlier}
     */
    public DeletionOutcome delete(
            ImageKey image,
            String snapshotId,
            EarlierCalls earlier,
            Pace pace,
            Breaker breaker,
            Consumer<Attempt> answers) {
        var task = new SnapshotRemoval(remover, neighbours, image.where(), snapshotId);
        var calls = new Calls(clock, image, earlier, answers);
        var outcome =
                new Pursuit(task, Instant.MAX, calls, pace, breaker, backoff, settings.maxAttempts(), false).outcome();
        breaker.ended(outcome);
        if (breaker.open()) {
            pace.stop();
        }
        return outcome;
    }
}
