package io.imagesweep.candidate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well one source of an account and region was read last.
 *
 * @param syncedAt when the last complete reading began; null: there was none
 * @param error why the last reading failed; null: it did not
 * @param observedSince when the first complete reading began; null: nobody can tell
 */
public record SourceState(
        @Nullable Instant syncedAt,
        @Nullable String error,
        @Nullable Instant observedSince) {

    /** The state of a source that nobody ever read. */
    public static final SourceState NEVER = new SourceState(null, null, null);
}
