package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Reads points in time: RFC 3339, or an ISO 8601 period counted from the start of the simulator. */
final class Moments {

    private static final Pattern PERIOD = Pattern.compile("([+-]?)P(?!$)([0-9YMWD]*)(T[0-9HMS.]+)?");

    private Moments() {}

    static Instant parse(String text, Instant start) {
        var period = PERIOD.matcher(text.strip());
        if (!period.matches()) {
            return instant(text);
        }
        int sign = period.group(1).equals("-") ? -1 : 1;
        var date = period.group(2).isEmpty() ? Period.ZERO : Period.parse("P" + period.group(2));
        var time = period.group(3) == null ? Duration.ZERO : Duration.parse("P" + period.group(3));
        return start.atOffset(ZoneOffset.UTC)
                .plus(date.multipliedBy(sign))
                .plus(time.multipliedBy(sign))
                .toInstant();
    }

    /** The API gives times in whole seconds. */
    static Instant wholeSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time, as 2026-01-31T10:00:00Z or -P40D: " + text, e);
        }
    }
}
