package io.imagesweep.deletion;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes a snapshot behind an image that is gone. The provider may still take it for one in use: deletions lag. */
record SnapshotRemoval(ImageRemover remover, ImageNeighbours neighbours, AccountRegion where, String snapshotId)
        implements Task {

    static final String ACTION = "DeleteSnapshot";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Answer call() {
        return remover.deleteSnapshot(where, snapshotId);
    }

    @Override
    public DeletionOutcome accepted(ApiAnswer said) {
        return new Deleted(said, false);
    }

    @Override
    public DeletionOutcome missing(ApiAnswer said, boolean unknownResult) {
        return unknownResult ? new Deleted(said, false) : new AlreadyGone(said);
    }

    @Override
    public boolean outwaitsBusy() {
        return true;
    }

    @Override
    public Reading<Optional<DeletionOutcome>> look() {
        return switch (neighbours.existing(where, List.of(snapshotId))) {
            case Reading.Complete<Set<String>>(var found) ->
                new Reading.Complete<>(found.isEmpty() ? Optional.of(new Deleted(null, false)) : Optional.empty());
            case Reading.Unreadable<Set<String>>(var ours, var why) -> new Reading.Unreadable<>(ours, why);
        };
    }
}
