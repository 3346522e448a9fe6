package io.imagesweep.quota;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** One permit per interval. A limiter's interval is fixed at birth, so a new rate takes a new limiter. Not thread-safe. */
final class Permits {

    private static final Duration ANY_WAIT = Duration.ofDays(1);
    /** So many permits may be taken late without being lost: the limiter itself keeps one, and a busy machine takes more. */
    private static final int AHEAD = 10;

    private final Deque<Long> reserved = new ArrayDeque<>(AHEAD);
    private Duration interval;
    private RateLimiter limiter;
    private long lastGiven;

    Permits(Duration interval) {
        this.interval = interval;
        this.limiter = limiter(interval);
        this.lastGiven = System.nanoTime() - interval.toNanos();
    }

    /** Says in how many nanoseconds the next permit may be given. */
    long next() {
        if (!reserved.isEmpty() && reserved.getLast() - System.nanoTime() < 0) {
            // Nobody asked for a while: what was not taken is not saved up.
            begin(interval);
        }
        while (reserved.size() < AHEAD) {
            reserved.add(System.nanoTime() + limiter.reservePermission());
        }
        return Math.max(reserved.getFirst() - System.nanoTime(), leastGap() - sinceLast());
    }

    /** The next permit was given just now; from here on the interval is {@code next}. */
    void given(Duration next) {
        reserved.removeFirst();
        lastGiven = System.nanoTime();
        if (!next.equals(interval)) {
            begin(next);
        }
    }

    /** Starts anew, an interval after the last permit at the earliest. */
    private void begin(Duration next) {
        interval = next;
        limiter = limiter(interval);
        reserved.clear();
        if (sinceLast() < interval.toNanos()) {
            limiter.reservePermission();
        }
    }

    private long sinceLast() {
        return System.nanoTime() - lastGiven;
    }

    // A permit that was taken late is made up for over the next ones, not by two at once.
    private long leastGap() {
        return interval.toNanos() * 4 / 5;
    }

    // One permit an interval, not N a period: a limiter that refills in bulk lets two bulks through back to back.
    private static RateLimiter limiter(Duration interval) {
        return RateLimiter.of(
                "pace",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(interval)
                        .timeoutDuration(ANY_WAIT)
                        .build());
    }
}
