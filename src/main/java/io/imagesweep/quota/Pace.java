package io.imagesweep.quota;

import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Permits of one action in one account and region: one per interval, never in bulk. Thread-safe. */
public final class Pace {

    private final InstantSource clock;
    private final RandomGenerator random = new SplittableRandom();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Rate rate;
    private final Permits permits;
    private long pausedUntil = System.nanoTime();
    private long pauses;
    private boolean stopped;

    public Pace(int ratePerMinute, InstantSource clock) {
        this.clock = clock;
        this.rate = new Rate(ratePerMinute);
        this.permits = new Permits(rate.interval());
    }

    /** Waits for the next permit, first come, first served; false at once, and for ever, after {@link #stop}, or when interrupted. */
    public boolean acquire() {
        return waiting(turn, () -> waiting(lock, this::awaitPermit));
    }

    /** Waits until {@code time} has passed, for no permit; false at once after {@link #stop}, or when interrupted. */
    public boolean rest(Duration time) {
        return waiting(lock, () -> {
            await(time.toNanos(), () -> stopped);
            return !stopped;
        });
    }

    /**
     * A call was throttled: pauses everybody, and lowers the rate once per pause.
     *
     * @param retryAfter how long the API asks to wait; null: to the next minute of the clock, and a little more
     */
    public void throttled(@Nullable Duration retryAfter) {
        locked(() -> {
            if (pausedFor() == 0) {
                rate.drop();
            }
            long length = Pause.length(retryAfter, clock.instant(), random).toNanos();
            pausedUntil = System.nanoTime() + Math.max(length, pausedFor());
            pauses++;
            changed.signalAll();
        });
    }

    /** A call was answered without being throttled: a lowered rate climbs back a little. */
    public void answered() {
        locked(rate::climb);
    }

    /** Ends every wait, now and from now on. */
    public void stop() {
        locked(() -> {
            stopped = true;
            changed.signalAll();
        });
    }

    /** The permits per minute right now, for a while after throttling fewer than configured. */
    public double permitsPerMinute() {
        lock.lock();
        try {
            return rate.permitsPerMinute();
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitPermit() throws InterruptedException {
        while (!stopped) {
            if (pausedFor() > 0) {
                await(pausedFor(), () -> stopped);
            } else if (awaitNextPermit()) {
                return true;
            }
        }
        return false;
    }

    /** Waits for the next permit; false when a pause or the stop came between. */
    private boolean awaitNextPermit() throws InterruptedException {
        long pausesBefore = pauses;
        await(permits.next(), () -> stopped || pauses != pausesBefore);
        if (stopped || pauses != pausesBefore) {
            return false;
        }
        permits.given(rate.interval());
        return true;
    }

    private void await(long nanos, BooleanSupplier over) throws InterruptedException {
        long left = nanos;
        while (left > 0 && !over.getAsBoolean()) {
            left = changed.awaitNanos(left);
        }
    }

    private long pausedFor() {
        return Math.max(0, pausedUntil - System.nanoTime());
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private static boolean waiting(ReentrantLock lock, Wait wait) {
        try {
            lock.lockInterruptibly();
            try {
                return wait.succeeds();
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Wait {
        boolean succeeds() throws InterruptedException;
    }
}
