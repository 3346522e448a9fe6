package io.imagesweep.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as the database can hold them: microseconds, and what lies beyond its calendar is infinite. */
public final class StoredTime {

    private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+294276-12-31T00:00:00Z");

    private StoredTime() {}

    /** Gives {@code instant} as a parameter of type timestamptz. */
    public static @Nullable OffsetDateTime of(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        if (instant.isAfter(LAST)) {
            return OffsetDateTime.MAX;
        }
        return instant.isBefore(FIRST) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }

    /** Reads a column of type timestamptz that may be null. */
    public static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Reads a column of type timestamptz that is never null. */
    public static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
