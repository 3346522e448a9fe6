package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.TakenShares;
import io.imagesweep.deletion.TakenShares.Ending;
import io.imagesweep.deletion.TakenShares.Owed;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final ApiAnswer NOTHING = new ApiAnswer(null, null, null, null);

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
            public Owed taken(ImageKey image, List<String> accounts) {
                return take(run, image, accounts, clock.instant());
            }

            @Override
            public void ended(ImageKey image, Owed owed, Ending ending) {
                end(run, image, owed, ending, clock.instant());
            }
        };
    }

    /** Each taking is a turn of its own: what was owed before is owed still, whoever shared the image in between. */
    private Owed take(RunId run, ImageKey image, List<String> accounts, Instant at) {
        return tx.execute(_ -> {
            if (!accounts.isEmpty()) {
                insert(run, image, accounts, at);
            }
            return owed(run, image);
        });
    }

    private void insert(RunId run, ImageKey image, List<String> accounts, Instant at) {
        of(run, image, """
                        insert into unshared_image (run_id, account_id, region_id, image_id, turn, accounts, taken_at)
                        select :run, :account, :region, :image, coalesce(max(turn), 0) + 1, :accounts, :at
                        from unshared_image
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                        """)
                .param("accounts", StoredText.array(accounts))
                .param("at", StoredTime.of(at))
                .update();
    }

    private Owed owed(RunId run, ImageKey image) {
        return of(run, image, """
                        select coalesce(max(turn), 0) as turn,
                          coalesce(array_agg(distinct account) filter (where account is not null), '{}') as accounts
                        from unshared_image
                        cross join unnest(accounts) as account
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                          and outcome = 'TAKEN'
                        """).query(UnsharedImages::owed).single();
    }

    private JdbcClient.StatementSpec of(RunId run, ImageKey image, String sql) {
        return jdbc.sql(sql)
                .param("run", run.value())
                .param("account", image.accountId())
                .param("region", image.regionId())
                .param("image", image.imageId());
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        return new Owed(
                row.getInt("turn"), List.of((String[]) row.getArray("accounts").getArray()));
    }

    /** Records what became of an image for all from whom {@code run} took it up to the last turn of {@code owed}. */
    public void end(RunId run, ImageKey image, Owed owed, Ending ending, Instant at) {
        tx.executeWithoutResult(_ -> {
            if (ending instanceof Ending.Failed(var refused, var said)) {
                var message = "not back with %s: %s".formatted(String.join(", ", refused), said.message());
                close(run, image, owed.turn(), refused, "FAILED", new ApiAnswer(null, said.code(), null, message), at);
            }
            close(
                    run,
                    image,
                    owed.turn(),
                    owed.accounts(),
                    ending instanceof Ending.Gone ? "GONE" : "PUT_BACK",
                    NOTHING,
                    at);
        });
    }

    /** Ends the open turns up to {@code turn} that took the image from any of {@code accounts}. */
    private void close(
            RunId run, ImageKey image, int turn, List<String> accounts, String outcome, ApiAnswer said, Instant at) {
        of(run, image, """
                        update unshared_image
                        set outcome = :outcome,
                          error_code = :code,
                          message = :message,
                          finished_at = :at
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                          and image_id = :image
                          and turn <= :turn
                          and accounts && cast(:accounts as text[])
                          and outcome = 'TAKEN'
                        """)
                .param("turn", turn)
                .param("accounts", StoredText.array(accounts))
                .param("outcome", outcome)
                .param("code", RecordedText.of(said.code()))
                .param("message", RecordedText.of(said.message()))
                .param("at", StoredTime.of(at))
                .update();
    }

    /** Gives the images of any run in {@code where} for which somebody is owed them. */
    public List<Taken> open(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select share.run_id, share.image_id, row.outcome, max(share.turn) as turn,
                          array_agg(distinct account) as accounts,
                          (select coalesce(max(attempt), 0)
                            from deletion_attempt as call
                            where call.run_id = share.run_id
                              and call.account_id = share.account_id
                              and call.region_id = share.region_id
                              and call.image_id = share.image_id) as attempts
                        from unshared_image as share
                        join deletion_result as row using (run_id, account_id, region_id, image_id)
                        cross join unnest(share.accounts) as account
                        where share.account_id = :account
                          and share.region_id = :region
                          and share.outcome = 'TAKEN'
                        group by share.run_id, share.account_id, share.region_id, share.image_id, row.outcome
                        order by share.run_id, share.image_id collate "C"
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query((row, number) -> new Taken(
                        new RunId(row.getObject("run_id", UUID.class)),
                        new ImageKey(where, row.getString("image_id")),
                        owed(row, number),
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
     * An image that a run took from accounts.
     *
     * @param outcome what became of the image itself so far
     * @param attempts the highest number of an attempt so far
     */
    public record Taken(RunId run, ImageKey image, Owed owed, Outcome outcome, int attempts) {}
}
