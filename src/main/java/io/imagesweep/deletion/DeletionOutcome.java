package io.imagesweep.deletion;

import org.jspecify.annotations.Nullable;

/** How the deletion of one image ended. */
public sealed interface DeletionOutcome {

    /**
     * The provider accepted the deletion of an image that was there.
     *
     * @param said null where no answer says so, but a look that no longer found the image after a call of ours
     */
    record Deleted(@Nullable ApiAnswer said, boolean forced) implements DeletionOutcome {}

    /** The image was gone before our first call. */
    record AlreadyGone(@Nullable ApiAnswer said) implements DeletionOutcome {}

    /** Refused for good, or it no longer qualifies: nobody will ask again in this run. */
    record Skipped(@Nullable ApiAnswer said, String message) implements DeletionOutcome {}

    /** Being copied, imported, exported or created: a later run may delete it. */
    record Deferred(ApiAnswer said) implements DeletionOutcome {}

    /** The attempts are used up, or the answer is one that nobody has seen. */
    record Failed(@Nullable ApiAnswer said, String message) implements DeletionOutcome {}

    /** Nothing happened, and this is proven: the image is open again, for this run's next start or for its end. */
    record Open(@Nullable ApiAnswer said, Cause cause) implements DeletionOutcome {}

    /** Why an image is open again. */
    enum Cause {
        /** The provider is busy with it; worth one more call at the end. */
        BUSY,
        /** Something is wrong with us; the breaker knows. */
        DENIED,
        /** The run is stopping. */
        STOPPED
    }
}
