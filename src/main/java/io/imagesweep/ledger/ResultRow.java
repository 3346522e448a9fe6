package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the results table, word for word. */
public record ResultRow(
        RunId run,
        ImageKey image,
        String decision,
        @Nullable String rule,
        String reason,
        Outcome outcome,
        @Nullable String errorCode,
        @Nullable Integer httpStatus,
        @Nullable String requestId,
        @Nullable String message,
        boolean forced,
        int attempts,
        Instant plannedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant confirmedAt,
        @Nullable Integer sizeGib,
        List<String> snapshotIds,
        @Nullable String imageName,
        @Nullable Instant createdAt) {

    public ResultRow {
        snapshotIds = List.copyOf(snapshotIds);
    }
}
