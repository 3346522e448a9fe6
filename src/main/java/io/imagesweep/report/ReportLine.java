package io.imagesweep.report;

import io.imagesweep.ledger.ResultRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One image of a report, under the names of the results table. */
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

    /** The cells as a line of text has them: lists with a space between their elements. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(cells);
        values.replaceAll(cell -> cell instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : cell);
        return values;
    }

    Map<String, @Nullable Object> byColumn() {
        Map<String, @Nullable Object> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.length; i++) {
            byColumn.put(COLUMNS[i], cells.get(i));
        }
        return byColumn;
    }
}
