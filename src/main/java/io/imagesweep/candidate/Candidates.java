package io.imagesweep.candidate;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The candidate images of the retention database, newest first. */
public final class Candidates {

    private static final String COLUMNS = """
            account_id, region_id, image_id, image_name, image_family, image_version, status, created_at, size_gib, tags,
            snapshot_ids, is_shared, is_public, is_copied""";

    /** The dated images and the others apart, so that an index leads to where the last page ended. */
    private static final String PAGE = """
            select *
            from (
              (select %1$s
              from candidate_image
              where account_id = :account
                and region_id = :region
                and created_at <= :createdAt
                and (created_at < :createdAt or image_id collate "C" > :imageId)
              order by created_at desc nulls last, image_id collate "C"
              limit :size)
              union all
              (select %1$s
              from candidate_image
              where account_id = :account
                and region_id = :region
                and created_at is null
                and image_id collate "C" > :undatedImageId
              order by created_at desc nulls last, image_id collate "C"
              limit :size)) as page
            order by created_at desc nulls last, image_id collate "C"
            limit :size
            """.formatted(COLUMNS);

    private final JdbcClient retention;
    private final TransactionOperations tx;

    /**
     * Reads through {@code retention}, which may be another database than that of {@code tx}: the reading is repeated by the
     * same rules as everything else.
     */
    Candidates(JdbcClient retention, TransactionOperations tx) {
        this.retention = retention;
        this.tx = tx;
    }

    /** Gives the {@code size} newest candidates of {@code where} that come after {@code after}, or the very newest. */
    public List<Candidate> page(AccountRegion where, @Nullable Candidate after, int size) {
        var createdAt = after == null ? Instant.MAX : after.createdAt();
        var imageId = after == null ? "" : after.key().imageId();
        return tx.execute(_ -> retention
                .sql(PAGE)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("createdAt", StoredTime.of(createdAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("imageId", imageId)
                .param("undatedImageId", createdAt == null ? imageId : "")
                .param("size", size)
                .query(new CandidateRow())
                .list());
    }

    /** Gives the candidates of this id in a region, of whichever account. */
    public List<Candidate> named(String regionId, String imageId) {
        return tx.execute(_ -> retention
                .sql("""
                        select %s
                        from candidate_image
                        where region_id = :region
                          and image_id = :imageId
                        order by account_id collate "C"
                        """.formatted(COLUMNS))
                .param("region", regionId)
                .param("imageId", StoredText.of(imageId))
                .query(new CandidateRow())
                .list());
    }

    /** Gives the accounts and regions that have candidates, ascending. */
    public List<AccountRegion> regions() {
        return tx.execute(_ ->
                retention
                        .sql("""
                        select distinct account_id, region_id
                        from candidate_image
                        """)
                        .query((row, _) -> new AccountRegion(row.getString("account_id"), row.getString("region_id")))
                        .stream()
                        .sorted()
                        .toList());
    }

    /** Counts the candidates of {@code where}. */
    public long count(AccountRegion where) {
        return tx.execute(_ -> retention
                .sql("""
                        select count(*)
                        from candidate_image
                        where account_id = :account
                          and region_id = :region
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query(Long.class)
                .single());
    }
}
