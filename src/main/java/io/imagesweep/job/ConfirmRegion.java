package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.ledger.Confirmations;
import io.imagesweep.ledger.RunLock;
import io.imagesweep.ledger.Snapshots;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Confirms, by one more listing, that what was accepted has happened; then the snapshots of confirmed images go. */
@Component
final class ConfirmRegion {

    private final ImageCatalog catalog;
    private final Confirmations confirmations;
    private final Snapshots snapshots;
    private final SnapshotSweep sweep;
    private final Clock clock;

    ConfirmRegion(
            ImageCatalog catalog, Confirmations confirmations, Snapshots snapshots, SnapshotSweep sweep, Clock clock) {
        this.catalog = catalog;
        this.confirmations = confirmations;
        this.snapshots = snapshots;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Where the run has changes to confirm, and where any run left snapshots open that this one may delete. */
    List<AccountRegion> regions(Assignment assignment) {
        var left = snapshots.openRegions().stream()
                .filter(assignment.readRegions()::contains)
                .filter(where -> maySweep(where, assignment));
        return Stream.concat(confirmations.unconfirmedRegions(assignment.run().id()).stream(), left)
                .distinct()
                .sorted()
                .toList();
    }

    /** Who undoes something, or is stopped by the guard, deletes nothing. */
    private static boolean maySweep(AccountRegion where, Assignment assignment) {
        return !assignment.request().restores() && !assignment.notes().isGuarded(where);
    }

    void confirm(AccountRegion where, Assignment assignment, RunLock lock, ImageRemover remover) {
        var startedAt = clock.instant();
        switch (catalog.images(where)) {
            case Reading.Complete<List<Candidate>>(var listing) -> {
                confirmations.confirm(where, listing, startedAt);
                if (maySweep(where, assignment)) {
                    sweep.sweep(where, listing, assignment, lock, remover);
                }
            }
            case Reading.Unreadable<List<Candidate>>(var _, var why) ->
                assignment.notes().missingNow(where + ": confirmation of its changes: " + why);
        }
    }
}
