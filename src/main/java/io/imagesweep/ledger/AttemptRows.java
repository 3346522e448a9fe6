package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the recorded calls. */
final class AttemptRows {

    private static final String PAGE = """
            select account_id, region_id, image_id, attempt, action, snapshot_id, started_at, finished_at,
              http_status, error_code, request_id, message
            from deletion_attempt
            where run_id = :run
              and account_id = :account
              and region_id = :region
              and (image_id collate "C", attempt) > (:after, :attempt)
            order by image_id collate "C", attempt
            limit :size
            """;

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Attempt> after(RunId run, AccountRegion where, @Nullable Attempt last, int size) {
        return jdbc.sql(PAGE)
                .param("run", run.value())
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("after", last == null ? "" : last.image().imageId())
                .param("attempt", last == null ? 0 : last.number())
                .param("size", size)
                .query(AttemptRows::attempt)
                .list();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                new ImageKey(row.getString("account_id"), row.getString("region_id"), row.getString("image_id")),
                row.getInt("attempt"),
                row.getString("action"),
                row.getString("snapshot_id"),
                StoredTime.in(row, "started_at"),
                StoredTime.in(row, "finished_at"),
                new ApiAnswer(
                        row.getObject("http_status", Integer.class),
                        row.getString("error_code"),
                        row.getString("request_id"),
                        row.getString("message")));
    }
}
