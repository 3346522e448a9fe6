package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The images that a person asked a run to delete by their ids. */
@Component
public final class RequestedImages {

    private static final String WRITE = """
            insert into requested_image (run_id, account_id, region_id, image_id)
            select :run, account_id, region_id, image_id
            from %s
            on conflict (run_id, account_id, region_id, image_id) do nothing
            """.formatted(KeyColumns.TABLE);

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    RequestedImages(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Remembers the images that were asked for. */
    public void write(RunId run, List<ImageKey> images) {
        tx.executeWithoutResult(_ -> jdbc.sql(WRITE)
                .param("run", run.value())
                .params(KeyColumns.of(images))
                .update());
    }

    /** Gives the ids that were asked for in {@code where}. */
    public Set<String> in(RunId run, AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select image_id
                        from requested_image
                        where run_id = :run
                          and account_id = :account
                          and region_id = :region
                        """)
                .param("run", run.value())
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query(String.class)
                .set());
    }

    /** Gives all images that {@code run} was asked for; none where it was not asked for a list. */
    public Set<ImageKey> of(RunId run) {
        return tx.execute(_ -> jdbc.sql("""
                        select account_id, region_id, image_id
                        from requested_image
                        where run_id = :run
                        """)
                .param("run", run.value())
                .query((row, _) -> new ImageKey(row.getString(1), row.getString(2), row.getString(3)))
                .set());
    }
}
