package io.imagesweep.deletion;

import org.jspecify.annotations.Nullable;

/** How the calls for one image ended. */
public sealed interface DeletionOutcome {

    /** Says whether nothing more will be done for the image in this run. */
    default boolean isFinal() {
        return switch (this) {
            case Deleted _, Hidden _, Shown _, AlreadyGone _, Skipped _, Deferred _, Failed _ -> true;
            case Open _, Unsettled _ -> false;
        };
    }

    /**
     * The provider accepted the deletion of an image that was there.
     *
     * @param said null where no answer says so, but a look that no longer found the image after a call of ours
     */
    record Deleted(@Nullable ApiAnswer said, boolean forced) implements DeletionOutcome {

        /** Says whether no answer accepted the deletion, but the image was gone after a call of ours with an unknown result. */
        public boolean settledByLooking() {
            return said == null || said.code() != null;
        }
    }

    /**
     * The image is deprecated: hidden, and not deleted.
     *
     * @param said null where no answer says so, but a look after a call of ours
     */
    record Hidden(@Nullable ApiAnswer said) implements DeletionOutcome {}

    /**
     * The image that was deprecated is available again.
     *
     * @param said null where no answer says so, but a look after a call of ours
     */
    record Shown(@Nullable ApiAnswer said) implements DeletionOutcome {}

    /** The image was gone before our first call, or before it could be hidden or shown. */
    record AlreadyGone(@Nullable ApiAnswer said) implements DeletionOutcome {}

    /** Refused for good, or it no longer qualifies: nobody will ask again in this run. */
    record Skipped(@Nullable ApiAnswer said, String message) implements DeletionOutcome {}

    /** Being copied, imported, exported or created: a later run may delete it. */
    record Deferred(ApiAnswer said) implements DeletionOutcome {}

    /** The attempts are used up, or the answer is one that nobody has seen. */
    record Failed(@Nullable ApiAnswer said, String message) implements DeletionOutcome {}

    /**
     * The image is still there: it is open again, for this run's next start or for its end.
     *
     * @param calls what the next deletion of it must know
     */
    record Open(@Nullable ApiAnswer said, Cause cause, EarlierCalls calls) implements DeletionOutcome {}

    /** Nobody knows: a call was sent, no usable answer came, nobody could look, and the run is stopping. The next start looks. */
    record Unsettled(@Nullable ApiAnswer said, EarlierCalls calls) implements DeletionOutcome {}

    /** Why an image is open again. */
    enum Cause {
        /** The provider is busy with it; worth one more call at the end. */
        BUSY,
        /** The approval grew old while it waited; somebody must look at the image again. */
        STALE,
        /** Something is wrong with us; the breaker knows. */
        DENIED,
        /** The run is stopping, or its account and region. */
        STOPPED,
        /** What had to come before its deletion is done. */
        READY
    }
}
