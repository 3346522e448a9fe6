package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Open;
import java.util.List;
import java.util.Optional;

/**
 * Takes an image from accounts that use it, or gives it back to them. Both may be repeated without harm, so nobody looks.
 *
 * @param accounts ten at most
 */
record ShareChange(ImageRemover remover, ImageKey image, List<String> accounts, boolean take) implements Task {

    static final String ACTION = "ModifyImageSharePermission";

    /** So many accounts one call takes at most (ModifyImageSharePermission, 2021). */
    static final int MOST = 10;

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Answer call() {
        return take ? remover.unshare(image, accounts) : remover.share(image, accounts);
    }

    @Override
    public DeletionOutcome accepted(ApiAnswer said) {
        return new Open(said, Cause.READY, EarlierCalls.NONE);
    }

    @Override
    public DeletionOutcome missing(ApiAnswer said, boolean unknownResult) {
        return new AlreadyGone(said);
    }

    @Override
    public boolean outwaitsBusy() {
        return !take;
    }

    @Override
    public Reading<Optional<DeletionOutcome>> look() {
        return new Reading.Complete<>(Optional.empty());
    }
}
