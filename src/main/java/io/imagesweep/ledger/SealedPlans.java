package io.imagesweep.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The plans of runs, as others are held against them. */
@Component
public final class SealedPlans {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    SealedPlans(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /**
     * Gives the latest other run of these accounts and regions, and of the same part of them, that sealed a plan of its own: not a copy, and not of a list of
     * images.
     */
    public Optional<Run> before(Run other) {
        return tx.execute(_ -> jdbc.sql("""
                        select %s
                        from cleanup_run as run
                        where run_id <> :other
                          and plan_hash is not null
                          and plan_id is null
                          and mode in ('dry-run', 'apply')
                          and scope -> 'accounts' = cast(:scope as jsonb) -> 'accounts'
                          and scope -> 'regions' = cast(:scope as jsonb) -> 'regions'
                          and coalesce(scope -> 'shard', 'null') = coalesce(cast(:scope as jsonb) -> 'shard', 'null')
                          and not exists (
                            select
                            from requested_image as image
                            where image.run_id = run.run_id)
                        order by started_at desc, run_id
                        limit 1
                        """.formatted(RunRow.COLUMNS))
                .param("other", other.id().value())
                .param("scope", StoredJson.write(other.scope()))
                .query(new RunRow())
                .optional());
    }
}
