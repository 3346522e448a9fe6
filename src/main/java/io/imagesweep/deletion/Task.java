package io.imagesweep.deletion;

import io.imagesweep.candidate.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change at the provider: its call, and what an answer or a look means for it. For one thread. */
interface Task {

    /** The API's name of the action. */
    String action();

    /** The snapshot that the call is for; null for an image itself. */
    default @Nullable String snapshotId() {
        return null;
    }

    Answer call();

    DeletionOutcome accepted(ApiAnswer said);

    /**
     * What it means that there is none.
     *
     * @param unknownResult whether an earlier call may have had an effect that no answer told
     */
    DeletionOutcome missing(ApiAnswer said, boolean unknownResult);

    /** Says whether the image may go although instances use it; then the next call says so. */
    default boolean insists() {
        return false;
    }

    /** Says whether a busy provider is waited for; else that is left to the end of the partition. */
    default boolean outwaitsBusy() {
        return false;
    }

    /** Looks whether the change has happened; an outcome only where it has, or where it never can. */
    Reading<Optional<DeletionOutcome>> look();
}
