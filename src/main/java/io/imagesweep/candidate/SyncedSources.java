package io.imagesweep.candidate;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How well each source of each account and region was read last. Runs in the transaction of its caller. */
final class SyncedSources {

    private final JdbcClient jdbc;

    SyncedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a complete reading that began at {@code startedAt}; false, and nothing noted, where one that began later is known. */
    boolean complete(AccountRegion where, String source, int population, Instant startedAt) {
        return jdbc.sql("""
                        insert into sync_source as known
                          (account_id, region_id, source, synced_at, observed_since, population)
                        values (:account, :region, :source, :startedAt, :startedAt, :population)
                        on conflict (account_id, region_id, source) do update
                        set synced_at = excluded.synced_at,
                          error = null,
                          observed_since = coalesce(known.observed_since, excluded.observed_since),
                          population = excluded.population
                        where known.synced_at is null
                          or known.synced_at <= excluded.synced_at
                          or known.synced_at > now()
                        """)
                        .param("account", where.accountId())
                        .param("region", where.regionId())
                        .param("source", source)
                        .param("startedAt", StoredTime.of(startedAt))
                        .param("population", population)
                        .update()
                > 0;
    }

    /** Notes that {@code source} could not be read; what is known of it stays. */
    void failed(AccountRegion where, String source, String error) {
        jdbc.sql("""
                        insert into sync_source (account_id, region_id, source, error)
                        values (:account, :region, :source, :error)
                        on conflict (account_id, region_id, source) do update
                        set error = excluded.error
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("source", source)
                .param("error", StoredText.of(error))
                .update();
    }
}
