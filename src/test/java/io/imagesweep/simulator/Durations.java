package io.imagesweep.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads durations as people write them, {@code 50ms}, {@code 3s}, {@code 2m}, or as ISO 8601. */
final class Durations {

    private static final Pattern SHORT = Pattern.compile("(-?\\d{1,15})(ms|s|m|h|d)");

    private Durations() {}

    static Duration parse(String text) {
        var match = SHORT.matcher(text.strip());
        if (!match.matches()) {
            return iso(text);
        }
        long amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    static Duration parsePositive(String text) {
        var duration = parse(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("negative duration: " + text);
        }
        return duration;
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration, as 50ms, 3s, 2m or PT3S: " + text, e);
        }
    }
}
