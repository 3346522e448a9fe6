package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What dead processes left between a call and its answer, in any run. */
@Component
public final class LeftOvers {

    private static final String THE_ROW_AS_IT_WAS_LEFT = """
            where run_id = :run
              and account_id = :account
              and region_id = :region
              and image_id = :imageId
              and outcome = 'CALLING'
              and coalesce(fence, 0) = :fence
            """;

    private static final String GONE = """
            update deletion_result
            set outcome = 'DELETED',
              message = :message,
              finished_at = :at
            """ + THE_ROW_AS_IT_WAS_LEFT;

    private static final String THERE = """
            update deletion_result
            set outcome = 'PLANNED',
              called_before = true
            """ + THE_ROW_AS_IT_WAS_LEFT;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final TransactionOperations tx;

    LeftOvers(JdbcClient jdbc, NamedParameterJdbcOperations batches, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tx = tx;
    }

    /** Gives the rows of {@code where} whose answer nobody recorded. */
    public List<LeftOver> in(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select row.run_id, run.run_key, row.account_id, row.region_id, row.image_id,
                          coalesce(row.started_at, row.planned_at) as started_at, coalesce(row.fence, 0) as fence
                        from deletion_result as row
                        join cleanup_run as run on run.run_id = row.run_id
                        where row.account_id = :account
                          and row.region_id = :region
                          and row.outcome = 'CALLING'
                        order by run.started_at, row.run_id, row.image_id collate "C"
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query(LeftOvers::leftOver)
                .list());
    }

    private static LeftOver leftOver(ResultSet row, int number) throws SQLException {
        return new LeftOver(
                new RunId(row.getObject("run_id", UUID.class)),
                new RunKey(row.getString("run_key")),
                new ImageKey(row.getString("account_id"), row.getString("region_id"), row.getString("image_id")),
                StoredTime.in(row, "started_at"),
                row.getLong("fence"));
    }

    /**
     * Settles left-overs after a look at the provider: what is gone was deleted, what is there is open again and remembers that
     * it was called. Runs of another key than {@code ours} that are not finished are abandoned with it, and fenced off.
     */
    public void settle(RunKey ours, List<LeftOver> gone, List<LeftOver> there, Instant at) {
        var runs =
                Stream.concat(gone.stream(), there.stream()).map(LeftOver::run).collect(Collectors.toUnmodifiableSet());
        tx.executeWithoutResult(_ -> {
            batches.batchUpdate(GONE, rows(gone, at));
            batches.batchUpdate(THERE, rows(there, at));
            new Abandonment(jdbc).ofOthers(ours, runs, at);
        });
    }

    private static SqlParameterSource[] rows(List<LeftOver> leftOvers, Instant at) {
        return leftOvers.stream()
                .map(left -> new MapSqlParameterSource()
                        .addValue("run", left.run().value())
                        .addValue("account", left.image().accountId())
                        .addValue("region", left.image().regionId())
                        .addValue("imageId", left.image().imageId())
                        .addValue("fence", left.fence())
                        .addValue("message", OutcomeColumns.SETTLED_BY_LOOKING)
                        .addValue("at", StoredTime.of(at)))
                .toArray(SqlParameterSource[]::new);
    }
}
