package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How many images there should be by what the last complete sync found. */
@Component
public final class Baselines {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Baselines(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives the population at the last complete sync minus what was deleted since; ask before a new sync replaces it. */
    public Optional<Long> of(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select greatest(0, sync.population - (
                          select count(*)
                          from deletion_result as row
                          where row.account_id = sync.account_id
                            and row.region_id = sync.region_id
                            and row.outcome = 'DELETED'
                            and row.finished_at >= sync.synced_at))
                        from sync_source as sync
                        where sync.account_id = :account
                          and sync.region_id = :region
                          and sync.source = 'images'
                          and sync.synced_at is not null
                          and sync.population is not null
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query(Long.class)
                .optional());
    }
}
