package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the results table. */
final class ResultRows {

    private static final String PAGE = """
            select run_id, account_id, region_id, image_id, decision, rule, reason, outcome, error_code, http_status,
              request_id, message, forced, attempts, planned_at, started_at, finished_at, confirmed_at, size_gib,
              snapshot_ids, image_name, created_at
            from deletion_result
            where run_id = :run
              and account_id = :account
              and region_id = :region
              and image_id collate "C" > :after
            order by image_id collate "C"
            limit :size
            """;

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ResultRow> after(RunId run, AccountRegion where, @Nullable ResultRow last, int size) {
        return jdbc.sql(PAGE)
                .param("run", run.value())
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("after", last == null ? "" : last.image().imageId())
                .param("size", size)
                .query(ResultRows::row)
                .list();
    }

    private static ResultRow row(ResultSet row, int number) throws SQLException {
        return new ResultRow(
                new RunId(row.getObject("run_id", UUID.class)),
                new ImageKey(row.getString("account_id"), row.getString("region_id"), row.getString("image_id")),
                row.getString("decision"),
                row.getString("rule"),
                row.getString("reason"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("error_code"),
                row.getObject("http_status", Integer.class),
                row.getString("request_id"),
                row.getString("message"),
                row.getBoolean("forced"),
                row.getInt("attempts"),
                StoredTime.in(row, "planned_at"),
                StoredTime.orNull(row, "started_at"),
                StoredTime.orNull(row, "finished_at"),
                StoredTime.orNull(row, "confirmed_at"),
                row.getObject("size_gib", Integer.class),
                List.of((String[]) row.getArray("snapshot_ids").getArray()),
                row.getString("image_name"),
                StoredTime.orNull(row, "created_at"));
    }
}
