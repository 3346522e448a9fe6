package io.imagesweep.deletion;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Hidden;
import io.imagesweep.deletion.DeletionOutcome.Shown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hides an image, or shows it again.
 *
 * @param status {@link #HIDDEN} or {@link #SHOWN}
 */
record StatusChange(ImageRemover remover, ImageCatalog catalog, ImageKey image, String status) implements Task {

    static final String ACTION = "ModifyImageAttribute";
    static final String HIDDEN = "Deprecated";
    static final String SHOWN = "Available";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Answer call() {
        return remover.status(image, status);
    }

    @Override
    public DeletionOutcome accepted(ApiAnswer said) {
        return done(said);
    }

    @Override
    public DeletionOutcome missing(ApiAnswer said, boolean unknownResult) {
        return new AlreadyGone(said);
    }

    @Override
    public Reading<Optional<DeletionOutcome>> look() {
        return switch (catalog.image(image)) {
            case Reading.Complete<Optional<Candidate>>(var found) -> new Reading.Complete<>(seen(found));
            case Reading.Unreadable<Optional<Candidate>>(var ours, var why) -> new Reading.Unreadable<>(ours, why);
        };
    }

    private Optional<DeletionOutcome> seen(Optional<Candidate> found) {
        if (found.isEmpty()) {
            return Optional.of(new AlreadyGone(null));
        }
        return status.equals(found.get().status()) ? Optional.of(done(null)) : Optional.empty();
    }

    private DeletionOutcome done(@Nullable ApiAnswer said) {
        return status.equals(HIDDEN) ? new Hidden(said) : new Shown(said);
    }
}
