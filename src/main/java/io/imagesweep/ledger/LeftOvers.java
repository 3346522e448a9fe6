package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.DeletionOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private static final String ENDED = """
            update deletion_result
            set outcome = :outcome,
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
                          row.decision,
                          coalesce(row.started_at, row.planned_at) as started_at, coalesce(row.fence, 0) as fence,
                          exists (
                            select from unshared_image as share
                            where share.run_id = row.run_id
                              and share.account_id = row.account_id
                              and share.region_id = row.region_id
                              and share.image_id = row.image_id
                              and share.outcome = 'TAKEN') as taken
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
                row.getString("decision"),
                StoredTime.in(row, "started_at"),
                row.getLong("fence"),
                row.getBoolean("taken"));
    }

    /**
     * Settles left-overs after a look at the provider: those that {@code ended} have that outcome, the others are open again and
     * remember that they were called. Runs of another key than {@code ours} that are not finished are abandoned with it, and
     * fenced off.
     */
    public void settle(RunKey ours, Map<LeftOver, DeletionOutcome> ended, List<LeftOver> open, Instant at) {
        var runs = Stream.concat(ended.keySet().stream(), open.stream())
                .map(LeftOver::run)
                .collect(Collectors.toUnmodifiableSet());
        var ends = ended.entrySet().stream()
                .map(left -> row(left.getKey(), at)
                        .addValue(
                                "outcome",
                                OutcomeColumns.of(left.getValue()).outcome().name()))
                .toArray(SqlParameterSource[]::new);
        var opened = open.stream().map(left -> row(left, at)).toArray(SqlParameterSource[]::new);
        tx.executeWithoutResult(_ -> {
            batches.batchUpdate(ENDED, ends);
            batches.batchUpdate(THERE, opened);
            new Abandonment(jdbc).ofOthers(ours, runs, at);
        });
    }

    private static MapSqlParameterSource row(LeftOver left, Instant at) {
        return new MapSqlParameterSource()
                .addValue("run", left.run().value())
                .addValue("account", left.image().accountId())
                .addValue("region", left.image().regionId())
                .addValue("imageId", left.image().imageId())
                .addValue("fence", left.fence())
                .addValue("message", OutcomeColumns.SETTLED_BY_LOOKING)
                .addValue("at", StoredTime.of(at));
    }
}
