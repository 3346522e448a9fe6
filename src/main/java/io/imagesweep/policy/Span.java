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
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,4}[hdw]");

    /** The same form within {@link #LONGEST}, for those who cannot count. */
    static final String WITHIN = "([1-9][0-9]{0,3}|[1-7][0-9]{4}|8[0-6][0-9]{3}|87[0-5][0-9]{2}|87600)h"
            + "|([1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650)d"
            + "|([1-9][0-9]?|[1-4][0-9]{2}|5[01][0-9]|52[01])w";

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
