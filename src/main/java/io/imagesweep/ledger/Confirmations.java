package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Which accepted deletions a later listing no longer shows. */
@Component
public final class Confirmations {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Confirmations(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Confirms the deletions of any run in {@code where} that ended before a complete listing began which does not hold the image; gives their number. */
    public long confirm(AccountRegion where, Set<String> stillListed, Instant at) {
        return tx.execute(_ -> jdbc.sql("""
                        with confirmed as (
                          update deletion_result
                          set confirmed_at = :at
                          where account_id = :account
                            and region_id = :region
                            and outcome = 'DELETED'
                            and confirmed_at is null
                            and finished_at <= :at
                            and image_id <> all(:listed)
                          returning image_id),
                        gone as (
                          update image
                          set gone_at = :at
                          where account_id = :account
                            and region_id = :region
                            and gone_at is null
                            and image_id in (select image_id from confirmed))
                        select count(*)
                        from confirmed
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("listed", StoredText.array(stillListed))
                .param("at", StoredTime.of(at))
                .query(Long.class)
                .single());
    }

    /** Gives the accounts and regions with deletions of {@code run} that no listing has confirmed, ascending. */
    public List<AccountRegion> unconfirmedRegions(RunId run) {
        return tx.execute(_ -> jdbc
                .sql("""
                        select distinct account_id, region_id
                        from deletion_result
                        where run_id = :run
                          and outcome = 'DELETED'
                          and confirmed_at is null
                        """)
                .param("run", run.value())
                .query((row, _) -> new AccountRegion(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .sorted()
                .toList());
    }

    /** Counts the deletions of {@code run} that no listing has confirmed. */
    public long unconfirmed(RunId run) {
        return tx.execute(
                _ -> jdbc.sql("""
                        select count(*)
                        from deletion_result
                        where run_id = :run
                          and outcome = 'DELETED'
                          and confirmed_at is null
                        """).param("run", run.value()).query(Long.class).single());
    }
}
