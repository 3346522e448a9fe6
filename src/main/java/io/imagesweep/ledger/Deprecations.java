package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * When runs deprecated images that no run restored since: an image that was restored later, by whichever run, counts as
 * never deprecated.
 */
@Component
public final class Deprecations {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Deprecations(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives, by stored image id, the latest such moment; an image without one is left out. An outcome without its time is of no time yet. */
    public Map<String, Instant> of(AccountRegion where, Collection<String> imageIds) {
        return imageIds.isEmpty() ? Map.of() : tx.execute(_ -> read(where, imageIds));
    }

    private Map<String, Instant> read(AccountRegion where, Collection<String> imageIds) {
        return jdbc
                .sql("""
                        select image_id, max(at) filter (where outcome = 'DEPRECATED') as deprecated_at
                        from (
                          select image_id, outcome, coalesce(finished_at, 'infinity') as at
                          from deletion_result
                          where account_id = :account
                            and region_id = :region
                            and image_id = any(:images)
                            and outcome in ('DEPRECATED', 'RESTORED')) as stage
                        group by image_id
                        having max(at) filter (where outcome = 'DEPRECATED')
                          > coalesce(max(at) filter (where outcome = 'RESTORED'), '-infinity')
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("images", StoredText.array(imageIds))
                .query((row, _) -> Map.entry(row.getString("image_id"), StoredTime.in(row, "deprecated_at")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
