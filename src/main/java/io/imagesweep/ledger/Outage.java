package io.imagesweep.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.springframework.core.NestedExceptionUtils;

/** A time in which the database is away: since when, until when it is waited for, and how often it is tried. */
final class Outage {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration REMINDER = Duration.ofSeconds(30);

    private final long since = System.nanoTime();
    private final Duration maxWait;
    private final Deadline end;
    private final AtomicLong reminders = new AtomicLong();
    private Duration pause = FIRST_PAUSE;

    Outage(Duration maxWait) {
        this.maxWait = maxWait;
        this.end = Deadline.in(maxWait);
    }

    Deadline end() {
        return end;
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Says that the database is waited for, once and then every 30 s. */
    void sayTo(Logger log, RuntimeException failure) {
        var due = lasted().dividedBy(REMINDER) + 1;
        if (reminders.getAndUpdate(said -> Math.max(said, due)) < due) {
            log.warn(
                    "The database is away since {} s and is waited for, at most {} s: {}",
                    lasted().toSeconds(),
                    maxWait.toSeconds(),
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    /** Waits before the next try, a little longer each time; false when {@code end} has come or the thread is interrupted. */
    boolean pause(Deadline end) {
        var left = end.left();
        if (!left.isPositive()) {
            return false;
        }
        var now = left.compareTo(pause) < 0 ? left : pause;
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return slept(now);
    }

    private static boolean slept(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
