package io.imagesweep.candidate;

import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A listed image as a row of the inventory. */
final class StoredImage {

    static final String WRITE = """
            insert into image (account_id, region_id, image_id, image_name, image_family, image_version, status, created_at,
              size_gib, tags, snapshot_ids, is_shared, is_public, is_copied, last_seen_at)
            values (:account, :region, :imageId, :name, :family, :version, :status, :createdAt,
              :sizeGib, cast(:tags as jsonb), :snapshotIds, :shared, :public, :copied, :seenAt)
            on conflict (account_id, region_id, image_id) do update
            set image_name = excluded.image_name,
              image_family = excluded.image_family,
              image_version = excluded.image_version,
              status = excluded.status,
              created_at = excluded.created_at,
              size_gib = excluded.size_gib,
              tags = excluded.tags,
              snapshot_ids = excluded.snapshot_ids,
              is_shared = excluded.is_shared,
              is_public = excluded.is_public,
              is_copied = excluded.is_copied,
              last_seen_at = excluded.last_seen_at,
              gone_at = null
            """;

    private StoredImage() {}

    static SqlParameterSource of(AccountRegion where, Candidate image, Instant seenAt) {
        return new MapSqlParameterSource()
                .addValue("account", where.accountId())
                .addValue("region", where.regionId())
                .addValue("imageId", StoredText.of(image.key().imageId()))
                .addValue("name", StoredText.ofNullable(image.name()), Types.VARCHAR)
                .addValue("family", StoredText.ofNullable(image.family()), Types.VARCHAR)
                .addValue("version", StoredText.ofNullable(image.version()), Types.VARCHAR)
                .addValue("status", StoredText.ofNullable(image.status()), Types.VARCHAR)
                .addValue("createdAt", StoredTime.of(image.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("sizeGib", image.sizeGib(), Types.INTEGER)
                .addValue("tags", StoredTags.write(image.tags()))
                .addValue("snapshotIds", StoredText.array(image.snapshotIds()))
                .addValue("shared", image.shared(), Types.BOOLEAN)
                .addValue("public", image.isPublic())
                .addValue("copied", image.copied())
                .addValue("seenAt", StoredTime.of(seenAt));
    }
}
