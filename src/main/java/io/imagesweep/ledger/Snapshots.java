package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.EarlierCalls;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The snapshots behind deleted images, of any run; one is open until it has its outcome. */
@Component
public final class Snapshots {

    private static final String OPEN = """
            select %s
            from snapshot_result as snapshot
            join deletion_result as image using (run_id, account_id, region_id, image_id)
            where snapshot.account_id = :account
              and snapshot.region_id = :region
              and snapshot.outcome = 'PLANNED'
              and image.confirmed_at is not null
            order by snapshot.run_id, snapshot.image_id collate "C", snapshot.snapshot_id collate "C"
            """.formatted(SnapshotRows.COLUMNS);

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Snapshots(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives the open snapshots of {@code where} whose image a listing confirmed as gone. */
    public List<SnapshotRow> open(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql(OPEN)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query(SnapshotRows::row)
                .list());
    }

    /** Gives the accounts and regions that have open snapshots of any run, ascending. */
    public List<AccountRegion> openRegions() {
        return tx.execute(_ ->
                jdbc
                        .sql("""
                        select distinct account_id, region_id
                        from snapshot_result
                        where outcome = 'PLANNED'
                        """)
                        .query((row, _) -> new AccountRegion(row.getString("account_id"), row.getString("region_id")))
                        .stream()
                        .sorted()
                        .toList());
    }

    /** Counts the snapshots of {@code run} that are open although their image is confirmed as gone: the run has work left. */
    public long unfinished(RunId run) {
        return tx.execute(
                _ -> jdbc.sql("""
                        select count(*)
                        from snapshot_result as snapshot
                        join deletion_result as image using (run_id, account_id, region_id, image_id)
                        where snapshot.run_id = :run
                          and snapshot.outcome = 'PLANNED'
                          and image.confirmed_at is not null
                        """).param("run", run.value()).query(Long.class).single());
    }

    /** Gives what the next call for a snapshot must know: its image's calls are numbered together, its own are counted. */
    public EarlierCalls earlier(SnapshotRow row) {
        return tx.execute(_ -> jdbc.sql("""
                        select coalesce(max(attempt), 0) as attempts,
                          count(*) filter (
                            where snapshot_id = :snapshot
                              and coalesce(error_code, '') not like '%Throttling%') as counted
                        from deletion_attempt
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                        """)
                .param("run", row.run().value())
                .param("account", row.image().accountId())
                .param("region", row.image().regionId())
                .param("image", row.image().imageId())
                .param("snapshot", row.snapshotId())
                .query((call, _) -> new EarlierCalls(call.getInt("attempts"), call.getInt("counted"), row.called()))
                .single());
    }

    /**
     * Marks a snapshot before its first call.
     *
     * @param taker the run that is about to call, under {@code fence}
     * @throws FenceMoved where another process took that run over
     */
    public void claim(RunId taker, long fence, SnapshotRow row, Instant at) {
        tx.executeWithoutResult(_ -> {
            new FenceCheck(jdbc).demand(taker, fence);
            change(row, """
                    set started_at = coalesce(started_at, :at)
                    """).param("at", StoredTime.of(at)).update();
        });
    }

    /** Records what became of a snapshot; an outcome that is not final leaves it open. */
    public void record(SnapshotRow row, DeletionOutcome outcome, Instant at) {
        if (!outcome.isFinal()) {
            return;
        }
        var columns = OutcomeColumns.of(outcome);
        tx.executeWithoutResult(_ -> change(row, """
                        set outcome = :outcome,
                          error_code = :code,
                          http_status = :httpStatus,
                          request_id = :requestId,
                          message = :message,
                          finished_at = :at
                        """)
                .param("outcome", columns.outcome().name())
                .param("code", RecordedText.of(columns.said().code()))
                .param("httpStatus", columns.said().httpStatus(), Types.INTEGER)
                .param("requestId", RecordedText.of(columns.said().requestId()))
                .param("message", RecordedText.of(columns.said().message()))
                .param("at", StoredTime.of(at))
                .update());
    }

    private JdbcClient.StatementSpec change(SnapshotRow row, String set) {
        return jdbc.sql("update snapshot_result\n" + set + """
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                          and snapshot_id = :snapshot
                          and outcome = 'PLANNED'
                        """)
                .param("run", row.run().value())
                .param("account", row.image().accountId())
                .param("region", row.image().regionId())
                .param("image", row.image().imageId())
                .param("snapshot", row.snapshotId());
    }
}
