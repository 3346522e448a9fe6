package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.ApiAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot behind a deleted image, with what became of it.
 *
 * @param run the run that deleted the image
 * @param outcome PLANNED until it has one
 * @param said the provider's words, or why it stays
 * @param called whether a call may have been made for it
 */
public record SnapshotRow(
        RunId run, ImageKey image, String snapshotId, Outcome outcome, ApiAnswer said, boolean called) {

    /** What became of it, for people. */
    public String sentence() {
        return "%s: snapshot %s: %s%s".formatted(image, snapshotId, outcome, words(said.sentence()));
    }

    /** The provider's code for it; null where it gave none. */
    public @Nullable String errorCode() {
        return said.code();
    }

    /** The provider's words, or why it stays. */
    public @Nullable String message() {
        return said.message();
    }

    private static String words(@Nullable String sentence) {
        return sentence == null || sentence.isEmpty() ? "" : ": " + sentence;
    }
}
