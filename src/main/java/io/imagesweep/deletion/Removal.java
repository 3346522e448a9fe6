package io.imagesweep.deletion;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.policy.Decision;
import java.util.Optional;

/** Deletes an image. */
final class Removal implements Task {

    static final String ACTION = "DeleteImage";

    private final ImageRemover remover;
    private final ImageCatalog catalog;
    private final Decision.Delete approved;
    private boolean force;

    Removal(ImageRemover remover, ImageCatalog catalog, Decision.Delete approved) {
        this.remover = remover;
        this.catalog = catalog;
        this.approved = approved;
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Answer call() {
        return remover.delete(approved.key(), force);
    }

    @Override
    public DeletionOutcome accepted(ApiAnswer said) {
        return new Deleted(said, force);
    }

    @Override
    public DeletionOutcome missing(ApiAnswer said, boolean unknownResult) {
        return unknownResult ? new Deleted(said, force) : new AlreadyGone(said);
    }

    @Override
    public boolean insists() {
        boolean before = force;
        force = approved.manner().force();
        return force && !before;
    }

    @Override
    public Reading<Optional<DeletionOutcome>> look() {
        return switch (catalog.image(approved.key())) {
            case Reading.Complete<Optional<Candidate>>(var found) ->
                new Reading.Complete<>(found.isEmpty() ? Optional.of(new Deleted(null, force)) : Optional.empty());
            case Reading.Unreadable<Optional<Candidate>>(var ours, var why) -> new Reading.Unreadable<>(ours, why);
        };
    }
}
