package io.imagesweep.quota;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after calls in a row that got no usable answer: doubling, with jitter, and bounded.
 *
 * @param first the longest wait after the first failure
 * @param longest the longest wait of all
 */
public record Backoff(Duration first, Duration longest) {

    /** Eight calls with these waits between them bear an outage of half a minute. */
    public static final Backoff PATIENT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    private static final int MOST_DOUBLINGS = 20;

    /** The shortest wait that there may be. */
    public Duration shortest() {
        return first.dividedBy(2);
    }

    /** Half of the full wait is certain, the other half is chance, lest all come back at once. */
    public Duration after(int failures) {
        long full = full(failures).toNanos();
        return Duration.ofNanos(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    private Duration full(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
