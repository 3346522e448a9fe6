package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The work of a run that is still open. */
@Component
public final class OpenDeletions {

    private static final String PAGE = """
            select row.account_id, row.region_id, row.image_id, row.rule, row.decision, row.image_name, row.created_at,
              greatest(row.attempts, calls.highest) as attempts,
              calls.counted,
              row.called_before
            from deletion_result as row
            cross join lateral (
              select coalesce(max(attempt), 0) as highest,
                count(*) filter (
                  where coalesce(error_code, '') not like '%Throttling%'
                    and action in ('DeleteImage', 'ModifyImageAttribute')) as counted
              from deletion_attempt as call
              where call.run_id = row.run_id
                and call.account_id = row.account_id
                and call.region_id = row.region_id
                and call.image_id = row.image_id) as calls
            where row.run_id = :run
              and row.account_id = :account
              and row.region_id = :region
              and row.image_id collate "C" > :after
              and row.outcome = 'PLANNED'
            order by row.image_id collate "C"
            limit :size
            """;

    private static final String CLAIM = """
            update deletion_result as row
            set outcome = 'CALLING',
              fence = :fence,
              started_at = coalesce(row.started_at, :at)
            from %s
            where row.run_id = :run
              and row.account_id = wanted.account_id
              and row.region_id = wanted.region_id
              and row.image_id = wanted.image_id
              and (row.outcome = 'PLANNED' or (row.outcome = 'CALLING' and row.fence = :fence))
            returning row.account_id, row.region_id, row.image_id
            """.formatted(KeyColumns.TABLE);

    private static final String GIVE_BACK = """
            update deletion_result as row
            set outcome = 'PLANNED'
            from %s
            where row.run_id = :run
              and row.account_id = wanted.account_id
              and row.region_id = wanted.region_id
              and row.image_id = wanted.image_id
              and row.outcome = 'CALLING'
              and row.fence <= :fence
            """.formatted(KeyColumns.TABLE);

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    OpenDeletions(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives the next rows that wait for a call, by image id by bytes. */
    public List<OpenDeletion> page(RunId run, AccountRegion where, @Nullable String afterImageId, int size) {
        return tx.execute(_ -> jdbc.sql(PAGE)
                .param("run", run.value())
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("after", Objects.requireNonNullElse(afterImageId, ""))
                .param("size", size)
                .query(OpenDeletions::open)
                .list());
    }

    private static OpenDeletion open(ResultSet row, int number) throws SQLException {
        return new OpenDeletion(
                key(row, number),
                row.getString("rule"),
                row.getString("decision"),
                row.getString("image_name"),
                StoredTime.orNull(row, "created_at"),
                row.getInt("attempts"),
                row.getInt("counted"),
                row.getBoolean("called_before"));
    }

    private static ImageKey key(ResultSet row, int number) throws SQLException {
        return new ImageKey(row.getString("account_id"), row.getString("region_id"), row.getString("image_id"));
    }

    /** Gives the accounts and regions that have rows without an outcome, ascending. */
    public List<AccountRegion> regions(RunId run) {
        return tx.execute(_ -> jdbc
                .sql("""
                        select distinct account_id, region_id
                        from deletion_result
                        where run_id = :run
                          and outcome in ('PLANNED', 'CALLING')
                        """)
                .param("run", run.value())
                .query((row, _) -> new AccountRegion(row.getString("account_id"), row.getString("region_id")))
                .stream()
                .sorted()
                .toList());
    }

    /**
     * Marks the images as being called and gives those that were really open; nothing may be called that is not among them.
     *
     * @throws FenceMoved where another process took the run over
     */
    public Set<ImageKey> claim(RunId run, long fence, List<ImageKey> images, Instant at) {
        return tx.execute(_ -> {
            new FenceCheck(jdbc).demand(run, fence);
            return jdbc.sql(CLAIM)
                    .param("run", run.value())
                    .param("fence", fence)
                    .param("at", StoredTime.of(at))
                    .params(KeyColumns.of(images))
                    .query(OpenDeletions::key)
                    .set();
        });
    }

    /** Opens images again for which nothing was sent, unless another process marked them since. */
    public void giveBack(RunId run, long fence, List<ImageKey> images) {
        tx.executeWithoutResult(_ -> jdbc.sql(GIVE_BACK)
                .param("run", run.value())
                .param("fence", fence)
                .params(KeyColumns.of(images))
                .update());
    }

    /** Counts the rows without an outcome. */
    public long count(RunId run) {
        return tx.execute(
                _ -> jdbc.sql("""
                        select count(*)
                        from deletion_result
                        where run_id = :run
                          and outcome in ('PLANNED', 'CALLING')
                        """).param("run", run.value()).query(Long.class).single());
    }
}
