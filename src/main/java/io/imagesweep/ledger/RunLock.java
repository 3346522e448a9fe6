package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The locks of one run: its key, then each account and region. They are looked at every 250 ms; when their connection
 * is lost they are taken again on a new one, unless somebody else was there in between.
 */
public final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final HeldLocks locks;
    private final Patience patience;
    private final Thread watcher;

    RunLock(Supplier<LockSession> sessions, Patience patience) {
        this.locks = new HeldLocks(sessions);
        this.patience = patience;
        this.watcher = Thread.ofPlatform().daemon().name("run-lock").unstarted(this::watch);
    }

    /** Waits for the database if it must, and begins to watch. */
    RunLock start() {
        patience.outlast(locks::look);
        watcher.start();
        return this;
    }

    /** Locks the key of the run; false: somebody else holds it. */
    public boolean lockKey(RunKey key) {
        return patience.outlast(() -> locks.take(LockId.of(key)));
    }

    /** Locks an account and region; false: somebody else holds it. */
    public boolean lockRegion(AccountRegion where) {
        return patience.outlast(() -> locks.take(LockId.of(where)));
    }

    /** Lets the locks be taken again only while {@code fence} has not moved, and checks it at once. */
    public void watch(Fence fence) {
        patience.outlast(() -> locks.guardBy(fence));
    }

    /** Says whether all that was locked was seen held within the last second: only then may a deletion start. */
    public boolean held() {
        return locks.held();
    }

    /** Says whether the locks are lost for good: somebody else has them, or has taken the run over. */
    public boolean lost() {
        return locks.lost();
    }

    /** Releases all that was locked. */
    @Override
    public void close() {
        locks.close();
        LockSupport.unpark(watcher);
    }

    private void watch() {
        while (!locks.over()) {
            look();
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private void look() {
        try {
            locks.look();
        } catch (RuntimeException failure) {
            if (!DatabaseAway.saidBy(failure)) {
                LOG.error("The locks of the run cannot be watched", failure);
                locks.lose();
            }
        }
    }
}
