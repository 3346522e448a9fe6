package io.imagesweep.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a candidate from a row of the view. */
final class CandidateRow implements RowMapper<Candidate> {

    @Override
    public Candidate mapRow(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new ImageKey(row.getString("account_id"), row.getString("region_id"), row.getString("image_id")),
                row.getString("image_name"),
                row.getString("image_family"),
                row.getString("image_version"),
                row.getString("status"),
                StoredTime.orNull(row, "created_at"),
                size(row),
                StoredTags.read(row.getString("tags")),
                snapshotIds(row),
                (Boolean) row.getObject("is_shared"),
                // A view of somebody else that cannot tell must not let a public image go.
                !Boolean.FALSE.equals(row.getObject("is_public")),
                row.getBoolean("is_copied"));
    }

    private static @Nullable Integer size(ResultSet row) throws SQLException {
        return row.getObject("size_gib") instanceof Number size ? size.intValue() : null;
    }

    private static List<String> snapshotIds(ResultSet row) throws SQLException {
        var array = row.getArray("snapshot_ids");
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .filter(Objects::nonNull)
                        .toList();
    }
}
