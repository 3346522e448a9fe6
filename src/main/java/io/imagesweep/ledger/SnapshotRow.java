package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.ApiAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot behind a deleted image, with what became of it.
 *
 * @param run the run that deleted the image
 * @param outcome PLANNED until it has one
 * @param said the provider's words, or why it stays
 * @param startedAt before its first call; null where none was made
 * @param finishedAt when it got its outcome; null while it is open
 */
public record SnapshotRow(
        RunId run,
        ImageKey image,
        String snapshotId,
        Outcome outcome,
        ApiAnswer said,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Says whether a call may have been made for it. */
    public boolean called() {
        return startedAt != null;
    }

    /** The provider's code for it; null where it gave none. */
    public @Nullable String errorCode() {
        return said.code();
    }

    /** The status of the provider's answer; null where none came. */
    public @Nullable Integer httpStatus() {
        return said.httpStatus();
    }

    /** The provider's id of the call. */
    public @Nullable String requestId() {
        return said.requestId();
    }

    /** The provider's words, or why it stays. */
    public @Nullable String message() {
        return said.message();
    }
}
