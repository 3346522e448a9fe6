package io.imagesweep.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the moment that is written in a tag. */
final class TagMoment {

    // The year 0000 is how programs write that they know no date, and nobody who wrote a policy means it.
    private static final String DAY = "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DATE = Pattern.compile(DAY);
    // What stands behind nine digits of a second cannot change what comes before a whole millisecond.
    private static final Pattern TIME = Pattern.compile("(" + DAY
            + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)(?:(?<=\\.[0-9]{9})[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})");

    private TagMoment() {}

    /** Gives the last instant of a date in UTC, or the instant of an RFC 3339 time; nothing for any other text. */
    static Optional<Instant> of(String text) {
        try {
            return read(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String text) {
        if (DATE.matcher(text).matches()) {
            return Optional.of(LocalDate.parse(text).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC));
        }
        Matcher time = TIME.matcher(text);
        return time.matches()
                ? Optional.of(
                        OffsetDateTime.parse(time.group(1) + time.group(2)).toInstant())
                : Optional.empty();
    }
}
