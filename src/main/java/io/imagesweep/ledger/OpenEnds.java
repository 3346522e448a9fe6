package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What runs have left to later listings and runs, as the ledger knows it now. */
@Component
public final class OpenEnds {

    private static final String OF_RUN = """
            select account_id, region_id, sum(deletions) as deletions, sum(waiting) as waiting, sum(due) as due
            from (
              select account_id, region_id, count(*) as deletions, 0 as waiting, 0 as due
              from deletion_result
              where run_id = :run
                and outcome = 'DELETED'
                and confirmed_at is null
              group by account_id, region_id
              union all
              select account_id, region_id, 0,
                count(*) filter (where image.confirmed_at is null),
                count(*) filter (where image.confirmed_at is not null)
              from snapshot_result as snapshot
              join deletion_result as image using (run_id, account_id, region_id, image_id)
              where run_id = :run
                and snapshot.outcome = 'PLANNED'
              group by account_id, region_id) as ends
            group by account_id, region_id
            order by account_id collate "C", region_id collate "C"
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    OpenEnds(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives those of {@code run}, in the order of accounts and regions; none where all is confirmed and deleted. */
    public List<OpenEnd> of(RunId run) {
        return tx.execute(_ -> jdbc.sql(OF_RUN)
                .param("run", run.value())
                .query((row, _) -> new OpenEnd(
                        new AccountRegion(row.getString("account_id"), row.getString("region_id")),
                        row.getLong("deletions"),
                        row.getLong("waiting"),
                        row.getLong("due")))
                .list());
    }
}
