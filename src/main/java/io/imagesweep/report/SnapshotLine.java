package io.imagesweep.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.imagesweep.ledger.SnapshotRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One snapshot of a report: what became of it after its image was deleted. */
@JsonPropertyOrder({
    "account_id",
    "region_id",
    "image_id",
    "snapshot_id",
    "outcome",
    "error_code",
    "message",
    "http_status",
    "request_id",
    "started_at",
    "finished_at"
})
record SnapshotLine(
        @JsonProperty("account_id") String accountId,
        @JsonProperty("region_id") String regionId,
        @JsonProperty("image_id") String imageId,
        @JsonProperty("snapshot_id") String snapshotId,
        String outcome,
        @JsonProperty("error_code") @Nullable String errorCode,
        @Nullable String message,
        @JsonProperty("http_status") @Nullable Integer httpStatus,
        @JsonProperty("request_id") @Nullable String requestId,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("finished_at") @Nullable Instant finishedAt) {

    static SnapshotLine of(SnapshotRow row) {
        return new SnapshotLine(
                row.image().accountId(),
                row.image().regionId(),
                row.image().imageId(),
                row.snapshotId(),
                row.outcome().name(),
                row.errorCode(),
                row.message(),
                row.httpStatus(),
                row.requestId(),
                row.startedAt(),
                row.finishedAt());
    }
}
