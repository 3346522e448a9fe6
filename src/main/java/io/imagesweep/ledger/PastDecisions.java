package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The runs in which an image had a row. */
@Component
public final class PastDecisions {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    PastDecisions(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives the {@code most} latest, newest first. */
    public List<PastDecision> of(ImageKey image, int most) {
        return tx.execute(_ -> jdbc.sql("""
                        select run.run_id, run.run_key, run.mode, run.started_at, row.decision, row.rule, row.reason,
                          row.outcome, row.message, row.finished_at
                        from cleanup_run as run
                        join deletion_result as row
                          on row.run_id = run.run_id
                            and row.account_id = :account
                            and row.region_id = :region
                            and row.image_id = :image
                        order by run.started_at desc, run.run_id
                        limit :most
                        """)
                .param("account", image.accountId())
                .param("region", image.regionId())
                .param("image", StoredText.of(image.imageId()))
                .param("most", most)
                .query((row, _) -> new PastDecision(
                        row.getString("run_id"),
                        row.getString("run_key"),
                        row.getString("mode"),
                        StoredTime.in(row, "started_at"),
                        row.getString("decision"),
                        row.getString("rule"),
                        row.getString("reason"),
                        row.getString("outcome"),
                        row.getString("message"),
                        StoredTime.orNull(row, "finished_at")))
                .list());
    }
}
