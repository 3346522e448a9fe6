package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.ApiAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the snapshots behind the deleted images of a run. */
final class SnapshotRows {

    static final String COLUMNS = """
            snapshot.run_id, snapshot.account_id, snapshot.region_id, snapshot.image_id, snapshot.snapshot_id,
              snapshot.outcome, snapshot.error_code, snapshot.http_status, snapshot.request_id, snapshot.message,
              snapshot.started_at, snapshot.finished_at""";

    private static final String PAGE = """
            select %s
            from snapshot_result as snapshot
            where run_id = :run
              and account_id = :account
              and region_id = :region
              and (image_id collate "C", snapshot_id collate "C") > (:image, :snapshot)
            order by image_id collate "C", snapshot_id collate "C"
            limit :size
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    SnapshotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SnapshotRow> after(RunId run, AccountRegion where, @Nullable SnapshotRow last, int size) {
        return jdbc.sql(PAGE)
                .param("run", run.value())
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("image", last == null ? "" : last.image().imageId())
                .param("snapshot", last == null ? "" : last.snapshotId())
                .param("size", size)
                .query(SnapshotRows::row)
                .list();
    }

    static SnapshotRow row(ResultSet row, int number) throws SQLException {
        return new SnapshotRow(
                new RunId(row.getObject("run_id", UUID.class)),
                new ImageKey(row.getString("account_id"), row.getString("region_id"), row.getString("image_id")),
                row.getString("snapshot_id"),
                Outcome.valueOf(row.getString("outcome")),
                new ApiAnswer(
                        row.getObject("http_status", Integer.class),
                        row.getString("error_code"),
                        row.getString("request_id"),
                        row.getString("message")),
                StoredTime.orNull(row, "started_at"),
                StoredTime.orNull(row, "finished_at"));
    }
}
