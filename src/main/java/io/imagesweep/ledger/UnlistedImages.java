package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The images that a person asked for by their ids, and that no candidate of the plan is. */
@Component
public final class UnlistedImages {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final TransactionOperations tx;

    UnlistedImages(JdbcClient jdbc, NamedParameterJdbcOperations batches, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tx = tx;
    }

    /** Gives those without a row in the plan of {@code run}. */
    public List<ImageKey> of(RunId run) {
        return tx.execute(_ -> jdbc.sql("""
                        select account_id, region_id, image_id
                        from requested_image
                        where run_id = :run
                        except
                        select account_id, region_id, image_id
                        from deletion_result
                        where run_id = :run
                        order by 1, 2, 3
                        """)
                .param("run", run.value())
                .query((row, _) -> new ImageKey(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    /** Writes that they were gone before anybody called. */
    public void gone(RunId run, List<ImageKey> images, Instant at) {
        var rows = images.stream().map(image -> row(run, image, at)).toArray(SqlParameterSource[]::new);
        tx.executeWithoutResult(_ -> batches.batchUpdate("""
                        insert into deletion_result
                          (run_id, account_id, region_id, image_id, decision, rule, reason, outcome, message, planned_at,
                          finished_at)
                        values
                          (:run, :account, :region, :image, 'DELETE', 'ids-file', 'listed', 'ALREADY_GONE',
                          'no such image of this account', :at, :at)
                        on conflict do nothing
                        """, rows));
    }

    private static SqlParameterSource row(RunId run, ImageKey image, Instant at) {
        return new MapSqlParameterSource()
                .addValue("run", run.value())
                .addValue("account", image.accountId())
                .addValue("region", image.regionId())
                .addValue("image", image.imageId())
                .addValue("at", at.atOffset(ZoneOffset.UTC));
    }
}
