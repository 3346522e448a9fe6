package io.imagesweep.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run decided on one image, and what came of it.
 *
 * @param mode {@code dry-run}, {@code apply} or {@code restore}
 * @param finishedAt when the outcome was known; null while it is not
 */
public record PastDecision(
        String runId,
        String runKey,
        String mode,
        Instant startedAt,
        String decision,
        @Nullable String rule,
        String reason,
        String outcome,
        @Nullable String message,
        @Nullable Instant finishedAt) {}
