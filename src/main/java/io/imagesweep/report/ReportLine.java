package io.imagesweep.report;

import io.imagesweep.ledger.ResultRow;
import io.imagesweep.ledger.SnapshotRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of a report, under the names of the results table: of an image, or of a snapshot behind one. */
record ReportLine(List<@Nullable Object> cells) {

    static final String[] COLUMNS = {
        "run_id",
        "account_id",
        "region_id",
        "image_id",
        "image_name",
        "created_at",
        "size_gib",
        "snapshot_ids",
        "decision",
        "rule",
        "reason",
        "outcome",
        "error_code",
        "http_status",
        "request_id",
        "message",
        "forced",
        "attempts",
        "planned_at",
        "started_at",
        "finished_at",
        "confirmed_at"
    };

    /** The last column tells the lines of snapshots from those of images, which leave it empty. */
    static final String[] HEADER =
            Stream.concat(Stream.of(COLUMNS), Stream.of("snapshot_id")).toArray(String[]::new);

    static Stream<ReportLine> of(ReportedImage image) {
        return Stream.concat(
                Stream.of(of(image.row()).with(null)),
                image.snapshots().stream().map(row -> of(row).with(row.snapshotId())));
    }

    static ReportLine of(ResultRow row) {
        return new ReportLine(Arrays.asList(
                row.run().toString(),
                row.image().accountId(),
                row.image().regionId(),
                row.image().imageId(),
                row.imageName(),
                row.createdAt(),
                row.sizeGib(),
                row.snapshotIds(),
                row.decision(),
                row.rule(),
                row.reason(),
                row.outcome().name(),
                row.errorCode(),
                row.httpStatus(),
                row.requestId(),
                row.message(),
                row.forced(),
                row.attempts(),
                row.plannedAt(),
                row.startedAt(),
                row.finishedAt(),
                row.confirmedAt()));
    }

    private static ReportLine of(SnapshotRow row) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("run_id", row.run().toString());
        known.put("account_id", row.image().accountId());
        known.put("region_id", row.image().regionId());
        known.put("image_id", row.image().imageId());
        known.put("outcome", row.outcome().name());
        known.put("error_code", row.errorCode());
        known.put("http_status", row.httpStatus());
        known.put("request_id", row.requestId());
        known.put("message", row.message());
        known.put("started_at", row.startedAt());
        known.put("finished_at", row.finishedAt());
        return new ReportLine(
                Stream.of(COLUMNS).<@Nullable Object>map(known::get).toList());
    }

    private ReportLine with(@Nullable String snapshotId) {
        List<@Nullable Object> all = new ArrayList<>(cells);
        all.add(snapshotId);
        return new ReportLine(all);
    }

    /** The cells as a line of text has them: lists with a space between their elements. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(cells);
        values.replaceAll(cell -> cell instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : cell);
        return values;
    }

    /** The cells of an image by their columns. */
    Map<String, @Nullable Object> byColumn() {
        Map<String, @Nullable Object> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.length; i++) {
            byColumn.put(COLUMNS[i], cells.get(i));
        }
        return byColumn;
    }
}
