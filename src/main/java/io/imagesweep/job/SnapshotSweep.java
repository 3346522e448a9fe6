package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.deletion.SnapshotDeletion;
import io.imagesweep.ledger.DatabaseSettings;
import io.imagesweep.ledger.OutcomeRecords;
import io.imagesweep.ledger.RunLock;
import io.imagesweep.ledger.SnapshotRow;
import io.imagesweep.ledger.Snapshots;
import io.imagesweep.quota.Paces;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Deletes, in one account and region, the open snapshots of any run whose images a listing confirmed as gone. */
@Component
final class SnapshotSweep {

    private final Snapshots snapshots;
    private final OutcomeRecords records;
    private final ImageNeighbours neighbours;
    private final DeletionSettings settings;
    private final Paces paces;
    private final RunStop stop;
    private final DatabaseSettings database;
    private final Clock clock;

    SnapshotSweep(
            Snapshots snapshots,
            OutcomeRecords records,
            ImageNeighbours neighbours,
            DeletionSettings settings,
            Paces paces,
            RunStop stop,
            DatabaseSettings database,
            Clock clock) {
        this.snapshots = snapshots;
        this.records = records;
        this.neighbours = neighbours;
        this.settings = settings;
        this.paces = paces;
        this.stop = stop;
        this.database = database;
        this.clock = clock;
    }

    /** @param listing what is still there: a snapshot that one of these images is made of stays */
    void sweep(
            AccountRegion where, List<Candidate> listing, Assignment assignment, RunLock lock, ImageRemover remover) {
        var open = snapshots.open(where);
        if (open.isEmpty() || stop.requested()) {
            return;
        }
        var ids = open.stream().map(SnapshotRow::snapshotId).collect(Collectors.toSet());
        switch (neighbours.existing(where, ids)) {
            case Reading.Complete<Set<String>>(var existing) ->
                calls(where, assignment, lock, remover).sweep(open, new SnapshotUse(listing, existing));
            case Reading.Unreadable<Set<String>>(var ours, var why) -> unreadable(where, assignment, ours, why);
        }
    }

    private SnapshotCalls calls(AccountRegion where, Assignment assignment, RunLock lock, ImageRemover remover) {
        var pace = paces.of(where, SnapshotDeletion.ACTION);
        var breaker = new Breaker(assignment.request().policy().limits().maxFailures());
        var gate = new Gate(where, assignment.notes(), stop, lock, pace::stop, breaker, () -> true, database);
        var deletion = new SnapshotDeletion(remover, neighbours, settings, clock);
        return new SnapshotCalls(
                assignment.run(),
                assignment.notes(),
                snapshots,
                records,
                deletion,
                pace,
                breaker,
                gate,
                settings.maxInFlight(),
                clock);
    }

    private void unreadable(AccountRegion where, Assignment assignment, boolean ours, String why) {
        if (stop.requested()) {
            return;
        }
        assignment.notes().missingNow(where + ": snapshots: " + why);
        if (ours) {
            assignment.notes().stopped(ExitCode.GUARDED, where + ": its snapshots could not be listed: " + why);
        }
    }
}
