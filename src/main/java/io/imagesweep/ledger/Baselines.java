package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How many images there should be. That is what the last complete listing found, unless it fell short of the one before
 * it by more than runs of ours explain: then it is what was there before, until a guard has let the drop pass.
 */
@Component
public final class Baselines {

    private static final String HERE = """
            account_id = :account
              and region_id = :region
              and source = 'images'
              and synced_at is not null
              and population is not null""";

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Baselines(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives the baseline minus what was deleted since; ask before a new listing replaces the last one. */
    public Optional<Long> of(AccountRegion where) {
        return tx.execute(_ -> in(where, """
                        select greatest(0, coalesce(baseline, population) - (%s))
                        from sync_source as sync
                        where %s
                        """.formatted(deletedFrom("coalesce(baseline_at, synced_at)"), HERE))
                .query(Long.class)
                .optional());
    }

    /** Replaces the last listing by one of {@code found} images that began at {@code startedAt}, which {@code store} stores. */
    public void replace(AccountRegion where, long found, Instant startedAt, Runnable store) {
        tx.executeWithoutResult(_ -> {
            holdOn(where, found, startedAt);
            store.run();
            letGo(where);
        });
    }

    private void holdOn(AccountRegion where, long found, Instant startedAt) {
        in(where, """
                        update sync_source as sync
                        set baseline = population,
                          baseline_at = synced_at
                        where %s
                          and baseline is null
                          and population - (%s and finished_at < :startedAt) > :found
                        """.formatted(HERE, deletedFrom("synced_at")))
                .param("startedAt", StoredTime.of(startedAt))
                .param("found", found)
                .update();
    }

    /** Forgets a baseline that the last listing reaches again. */
    private void letGo(AccountRegion where) {
        in(where, """
                        update sync_source as sync
                        set baseline = null,
                          baseline_at = null
                        where %s
                          and population >= baseline - (%s and finished_at < synced_at)
                        """.formatted(HERE, deletedFrom("baseline_at"))).update();
    }

    /**
     * Takes over that {@code candidates} are left of the images that there should have been, since a guard lets that pass.
     * Of a listing that found even fewer later nobody has judged yet.
     *
     * @param since the start of the run that counted them
     */
    public void accept(AccountRegion where, long candidates, Instant since) {
        tx.executeWithoutResult(_ -> in(where, """
                        update sync_source
                        set baseline = case when population < :candidates then :candidates end,
                          baseline_at = case when population < :candidates then :since end
                        where %s
                          and baseline_at < :since
                        """.formatted(HERE))
                .param("candidates", candidates)
                .param("since", StoredTime.of(since))
                .update());
    }

    private StatementSpec in(AccountRegion where, String sql) {
        return jdbc.sql(sql).param("account", where.accountId()).param("region", where.regionId());
    }

    private static String deletedFrom(String moment) {
        return """
                select count(*)
                from deletion_result as row
                where row.account_id = sync.account_id
                  and row.region_id = sync.region_id
                  and row.outcome = 'DELETED'
                  and row.finished_at >= %s""".formatted(moment);
    }
}
