package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.TakenShares;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** From whom images were taken right before their deletion, and whether they got them back. */
@Component
public final class UnsharedImages {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    UnsharedImages(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Remembers for {@code run}. */
    public TakenShares of(RunId run, InstantSource clock) {
        return new TakenShares() {
            @Override
            public void taken(ImageKey image, List<String> accounts) {
                take(run, image, accounts, clock.instant());
            }

            @Override
            public void ended(ImageKey image, Ending ending) {
                end(run, image, ending, clock.instant());
            }
        };
    }

    /** A turn that is open already is the one: a call whose answer was lost is asked for again. */
    private void take(RunId run, ImageKey image, List<String> accounts, Instant at) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        insert into unshared_image (run_id, account_id, region_id, image_id, turn, accounts, taken_at)
                        select :run, :account, :region, :image, coalesce(max(turn), 0) + 1, :accounts, :at
                        from unshared_image
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                        having coalesce(bool_and(outcome <> 'TAKEN'), true)
                        """)
                .param("run", run.value())
                .param("account", image.accountId())
                .param("region", image.regionId())
                .param("image", image.imageId())
                .param("accounts", StoredText.array(accounts))
                .param("at", StoredTime.of(at))
                .update());
    }

    /** Records what became of an image that {@code run} took from accounts. */
    public void end(RunId run, ImageKey image, TakenShares.Ending ending, Instant at) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        update unshared_image
                        set outcome = :outcome,
                          error_code = :code,
                          message = :message,
                          finished_at = :at
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                          and outcome = 'TAKEN'
                        """)
                .param("run", run.value())
                .param("account", image.accountId())
                .param("region", image.regionId())
                .param("image", image.imageId())
                .param("outcome", outcome(ending))
                .param("code", RecordedText.of(said(ending).code()))
                .param("message", RecordedText.of(said(ending).message()))
                .param("at", StoredTime.of(at))
                .update());
    }

    private static String outcome(TakenShares.Ending ending) {
        return switch (ending) {
            case TakenShares.Ending.Gone() -> "GONE";
            case TakenShares.Ending.PutBack() -> "PUT_BACK";
            case TakenShares.Ending.Failed _ -> "FAILED";
        };
    }

    private static ApiAnswer said(TakenShares.Ending ending) {
        return ending instanceof TakenShares.Ending.Failed(var said) ? said : new ApiAnswer(null, null, null, null);
    }

    /** Gives those of any run in {@code where} of which nobody knows yet whether they have their image back. */
    public List<Taken> open(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select share.run_id, share.image_id, share.accounts, row.outcome,
                          (select coalesce(max(attempt), 0)
                            from deletion_attempt as call
                            where call.run_id = share.run_id
                              and call.account_id = share.account_id
                              and call.region_id = share.region_id
                              and call.image_id = share.image_id) as attempts
                        from unshared_image as share
                        join deletion_result as row using (run_id, account_id, region_id, image_id)
                        where share.account_id = :account
                          and share.region_id = :region
                          and share.outcome = 'TAKEN'
                        order by share.run_id, share.image_id collate "C"
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query((row, _) -> new Taken(
                        new RunId(row.getObject("run_id", UUID.class)),
                        new ImageKey(where, row.getString("image_id")),
                        List.of((String[]) row.getArray("accounts").getArray()),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getInt("attempts")))
                .list());
    }

    /** Counts the images of {@code run} that some accounts could not get back, or may not have back yet. */
    public long unreturned(RunId run) {
        return tx.execute(
                _ -> jdbc.sql("""
                        select count(*)
                        from unshared_image as share
                        join deletion_result as row using (run_id, account_id, region_id, image_id)
                        where share.run_id = :run
                          and share.outcome in ('TAKEN', 'FAILED')
                          and row.outcome not in ('DELETED', 'ALREADY_GONE')
                        """).param("run", run.value()).query(Long.class).single());
    }

    /**
     * An image that was taken from accounts.
     *
     * @param outcome what became of the image itself so far
     * @param attempts the highest number of an attempt so far
     */
    public record Taken(RunId run, ImageKey image, List<String> accounts, Outcome outcome, int attempts) {

        public Taken {
            accounts = List.copyOf(accounts);
        }
    }
}
