package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Which accepted changes a later listing shows. */
@Component
public final class Confirmations {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Confirmations(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /**
     * Confirms, for any run in {@code where}, what ended before a complete listing began: a deletion where the listing does not
     * hold the image, a deprecation or restoration where it shows the image's new status; gives their number. An image that
     * was hidden and is gone by now stays unconfirmed: that it is gone does not show that it was hidden. Of a deletion that is
     * confirmed nobody is owed the image any longer.
     */
    public long confirm(AccountRegion where, Collection<Candidate> listing, Instant at) {
        return tx.execute(_ -> confirmDeletions(where, ids(listing, _ -> true), at)
                + confirmStatus(where, "DEPRECATED", ids(listing, image -> "Deprecated".equals(image.status())), at)
                + confirmStatus(where, "RESTORED", ids(listing, image -> "Available".equals(image.status())), at));
    }

    private static String[] ids(Collection<Candidate> listing, Predicate<Candidate> which) {
        return StoredText.array(listing.stream()
                .filter(which)
                .map(image -> image.key().imageId())
                .toList());
    }

    private long confirmDeletions(AccountRegion where, String[] listed, Instant at) {
        return jdbc.sql("""
                        with confirmed as (
                          update deletion_result
                          set confirmed_at = :at
                          where account_id = :account
                            and region_id = :region
                            and outcome = 'DELETED'
                            and confirmed_at is null
                            and finished_at <= :at
                            and image_id <> all(:listed)
                          returning run_id, image_id),
                        settled as (
                          update unshared_image as share
                          set outcome = 'GONE',
                            finished_at = :at
                          from confirmed
                          where share.run_id = confirmed.run_id
                            and share.account_id = :account
                            and share.region_id = :region
                            and share.image_id = confirmed.image_id
                            and share.outcome = 'TAKEN'),
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
                .param("listed", listed)
                .param("at", StoredTime.of(at))
                .query(Long.class)
                .single();
    }

    private long confirmStatus(AccountRegion where, String outcome, String[] shown, Instant at) {
        return jdbc.sql("""
                        update deletion_result
                        set confirmed_at = :at
                        where account_id = :account
                          and region_id = :region
                          and outcome in ('DEPRECATED', 'RESTORED')
                          and outcome = :outcome
                          and confirmed_at is null
                          and finished_at <= :at
                          and image_id = any(:shown)
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("outcome", outcome)
                .param("shown", shown)
                .param("at", StoredTime.of(at))
                .update();
    }

    /** Gives the accounts and regions with changes of {@code run} that no listing has confirmed, ascending. */
    public List<AccountRegion> unconfirmedRegions(RunId run) {
        return tx.execute(_ -> jdbc
                .sql("""
                        select distinct account_id, region_id
                        from deletion_result
                        where run_id = :run
                          and outcome in ('DELETED', 'DEPRECATED', 'RESTORED')
                          and confirmed_at is null
                        """)
                .param("run", run.value())
                .query((row, _) -> new AccountRegion(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .sorted()
                .toList());
    }
}
