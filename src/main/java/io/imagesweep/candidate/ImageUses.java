package io.imagesweep.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is known of the use of images, and how well it was looked for. Both always lie beside the ledger. */
@Component
public final class ImageUses {

    /** Of many users of one type and account, the one that was seen last stands for all; one seen at no known time before it. */
    private static final String LATEST = """
            select distinct on (use.account_id, use.region_id, use.image_id, use.referrer_type collate "C", user_account)
              use.account_id, use.region_id, use.image_id, use.referrer_type, use.referrer_id, use.seen_at,
              coalesce(use.referrer_account_id, use.account_id) collate "C" as user_account
            from unnest(cast(:images as text[])) as wanted (image_id)
            join image_reference as use
              on use.account_id = :account
                and use.region_id = :region
                and use.image_id = wanted.image_id
            order by use.account_id, use.region_id, use.image_id, use.referrer_type collate "C", user_account,
              use.seen_at desc nulls first, use.referrer_id collate "C"
            """;

    private static final String ALL_OF_ONE = """
            select referrer_type, referrer_id, seen_at, coalesce(referrer_account_id, account_id) as user_account
            from image_reference
            where account_id = :account
              and region_id = :region
              and image_id = :image
            order by seen_at desc nulls first, referrer_type collate "C", referrer_id collate "C"
            limit :most
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    ImageUses(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Gives, by stored image id, the uses of {@code imageIds} that matter: the latest of each type of user and account. */
    public Map<String, List<ImageUse>> latest(AccountRegion where, Collection<String> imageIds) {
        return tx.execute(_ -> jdbc
                .sql(LATEST)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("images", StoredText.array(imageIds))
                .query((row, _) -> Map.entry(row.getString("image_id"), use(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** Gives the {@code most} latest uses of one image. */
    public List<ImageUse> of(ImageKey image, int most) {
        return tx.execute(_ -> jdbc.sql(ALL_OF_ONE)
                .param("account", image.accountId())
                .param("region", image.regionId())
                .param("image", StoredText.of(image.imageId()))
                .param("most", most)
                .query((row, _) -> use(row))
                .list());
    }

    private static ImageUse use(ResultSet row) throws SQLException {
        return new ImageUse(
                row.getString("referrer_type"),
                row.getString("referrer_id"),
                row.getString("user_account"),
                StoredTime.orNull(row, "seen_at"));
    }

    /**
     * Gives the states of the sources of all accounts in one region. Read them before the uses: those that are written
     * meanwhile are then current; the other way round, what is still used might look forsaken.
     */
    public SourceStates states(String regionId) {
        Map<AccountRegion, Map<ReferenceSource, SourceState>> states = new HashMap<>();
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        select account_id, region_id, source, synced_at, error, observed_since
                        from sync_source
                        where region_id = :region
                        """).param("region", regionId).query(row -> {
            var where = new AccountRegion(row.getString("account_id"), row.getString("region_id"));
            var state = state(row);
            source(row.getString("source"))
                    .ifPresent(source -> states.computeIfAbsent(where, _ -> new EnumMap<>(ReferenceSource.class))
                            .put(source, state));
        }));
        return new SourceStates(states);
    }

    private static Optional<ReferenceSource> source(String word) {
        return Arrays.stream(ReferenceSource.values())
                .filter(source -> source.toString().equals(word))
                .findFirst();
    }

    private static SourceState state(ResultSet row) throws SQLException {
        return new SourceState(
                StoredTime.orNull(row, "synced_at"), row.getString("error"), StoredTime.orNull(row, "observed_since"));
    }
}
