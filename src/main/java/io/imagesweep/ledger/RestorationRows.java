package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The rows of a run that undoes another one: one for each image that the other deprecated. */
@Component
public final class RestorationRows {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    RestorationRows(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives the accounts and regions in which {@code undone} deprecated images, ascending. */
    public List<AccountRegion> regions(RunId undone) {
        return tx.execute(_ -> jdbc
                .sql("""
                        select distinct account_id, region_id
                        from deletion_result
                        where run_id = :undone
                          and outcome = 'DEPRECATED'
                        """)
                .param("undone", undone.value())
                .query((row, _) -> new AccountRegion(row.getString("account_id"), row.getString("region_id")))
                .stream()
                .sorted()
                .toList());
    }

    /**
     * Plans to restore what {@code undone} deprecated. An image that a run deprecated or restored again since is none of this
     * run's business: it is skipped from the start.
     */
    public void write(RunId undone, RunId run, Instant at) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        insert into deletion_result (run_id, account_id, region_id, image_id, decision, rule, reason, outcome,
                          message, finished_at, size_gib, image_name, created_at)
                        select :run, row.account_id, row.region_id, row.image_id, 'RESTORE', row.rule,
                          'deprecated: by run ' || row.run_id,
                          case when later.run_id is null then 'PLANNED' else 'SKIPPED' end,
                          lower(later.outcome) || ' since by run ' || later.run_id,
                          case when later.run_id is null then null else cast(:at as timestamptz) end,
                          row.size_gib, row.image_name, row.created_at
                        from deletion_result as row
                        left join lateral (
                          select since.run_id, since.outcome
                          from deletion_result as since
                          where since.account_id = row.account_id
                            and since.region_id = row.region_id
                            and since.image_id = row.image_id
                            and since.run_id <> row.run_id
                            and since.outcome in ('DEPRECATED', 'RESTORED')
                            and since.finished_at > row.finished_at
                          order by since.finished_at desc
                          limit 1) as later on true
                        where row.run_id = :undone
                          and row.outcome = 'DEPRECATED'
                        on conflict (run_id, account_id, region_id, image_id) do nothing
                        """)
                .param("run", run.value())
                .param("undone", undone.value())
                .param("at", StoredTime.of(at))
                .update());
    }
}
