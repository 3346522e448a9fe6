package io.imagesweep.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A duration of the policy language; days and weeks are 24 and 168 hours, whatever the calendar says.
 *
 * @param text as it is written
 */
record Span(String text, Duration duration) {

    static final Span ONE_WEEK = new Span("7d", Duration.ofDays(7));

    private static final Duration LONGEST = Duration.ofDays(3650);
    // Five digits hold 3650 days in hours, and can never overflow.
    static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,4}[hdw]");

    static Optional<Span> parse(String text) {
        return Optional.of(text)
                .filter(FORM.asMatchPredicate())
                .map(form -> new Span(form, durationOf(form)))
                .filter(span -> span.duration.compareTo(LONGEST) <= 0);
    }

    private static Duration durationOf(String form) {
        int last = form.length() - 1;
        long number = Long.parseLong(form.substring(0, last));
        return switch (form.charAt(last)) {
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
