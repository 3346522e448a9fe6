package io.imagesweep.candidate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The images beside the ledger as the last listings showed them, and when and how well each source was read. */
@Component
public final class Inventory {

    private static final String IMAGES = "images";
    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final TransactionOperations tx;
    private final SyncedSources sources;
    private final ReferenceRows references;

    Inventory(JdbcClient jdbc, NamedParameterJdbcOperations batches, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tx = tx;
        this.sources = new SyncedSources(jdbc);
        this.references = new ReferenceRows(jdbc);
    }

    /**
     * Takes over a complete listing of {@code where} that was begun at {@code startedAt}; does nothing where a listing begun
     * later was taken over already.
     */
    public void store(AccountRegion where, List<Candidate> listing, Instant startedAt) {
        var images = byStoredId(listing);
        tx.executeWithoutResult(_ -> {
            if (sources.complete(where, IMAGES, images.size(), startedAt)) {
                see(where, List.copyOf(images.values()), startedAt);
                leaveBehind(where, images.keySet(), startedAt);
                references.adopt(where);
            }
        });
    }

    /** The pages of a listing shift, so that an image may be in it twice. */
    private static Map<String, Candidate> byStoredId(List<Candidate> listing) {
        var images = new TreeMap<String, Candidate>();
        listing.forEach(image -> images.put(StoredText.of(image.key().imageId()), image));
        return images;
    }

    private void see(AccountRegion where, List<Candidate> images, Instant seenAt) {
        for (int from = 0; from < images.size(); from += CHUNK) {
            batches.batchUpdate(
                    StoredImage.WRITE,
                    images.subList(from, Math.min(from + CHUNK, images.size())).stream()
                            .map(image -> StoredImage.of(where, image, seenAt))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    private void leaveBehind(AccountRegion where, Collection<String> seen, Instant at) {
        jdbc.sql("""
                update image
                set gone_at = :at
                where account_id = :account
                  and region_id = :region
                  and gone_at is null
                  and image_id <> all(:seen)
                """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("seen", seen.toArray(String[]::new))
                .param("at", StoredTime.of(at))
                .update();
    }

    /**
     * Takes over a complete listing of one source of references in {@code where} that was begun at {@code startedAt}; does
     * nothing where one begun later was taken over already. Families and names are resolved over the images that are known by
     * now. What is known of earlier references stays, and is no longer current.
     */
    public void store(AccountRegion where, ReferenceSource source, Referrers referrers, Instant startedAt) {
        tx.executeWithoutResult(_ -> {
            if (sources.complete(where, source.toString(), referrers.count(), startedAt)) {
                references.write(where, referrers.references(), startedAt);
            }
        });
    }

    /** Notes that {@code source} could not be read; what is known of it stays. */
    public void failed(AccountRegion where, String source, String error) {
        tx.executeWithoutResult(_ -> sources.failed(where, source, error));
    }

    /** Notes that the images are no longer there. */
    public void gone(AccountRegion where, Collection<String> imageIds, Instant at) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        update image
                        set gone_at = :at
                        where account_id = :account
                          and region_id = :region
                          and gone_at is null
                          and image_id = any(:gone)
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("gone", StoredText.array(imageIds))
                .param("at", StoredTime.of(at))
                .update());
    }

    /** Gives the last complete listing of the images of {@code where}. */
    public Optional<SyncedSource> lastSync(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select synced_at, population
                        from sync_source
                        where account_id = :account
                          and region_id = :region
                          and source = 'images'
                          and synced_at is not null
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query((row, _) ->
                        new SyncedSource(StoredTime.in(row, "synced_at"), row.getObject("population", Long.class)))
                .optional());
    }
}
