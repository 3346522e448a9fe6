package io.imagesweep.candidate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last complete listing of one source in one account and region.
 *
 * @param syncedAt when that listing began
 * @param population how many it found; null where whoever filled the table did not say
 */
public record SyncedSource(Instant syncedAt, @Nullable Long population) {}
