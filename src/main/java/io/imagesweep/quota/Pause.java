package io.imagesweep.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to pause after a throttled call. The API's window is the minute of the clock (API call throttling, 2024-03). */
final class Pause {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final long JITTER_MILLIS = 2_000;

    private Pause() {}

    static Duration length(@Nullable Duration retryAfter, Instant now, RandomGenerator random) {
        if (retryAfter == null || !retryAfter.isPositive()) {
            return toNextMinute(now).plus(MARGIN).plusMillis(random.nextLong(JITTER_MILLIS));
        }
        return retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter;
    }

    private static Duration toNextMinute(Instant now) {
        return Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }
}
