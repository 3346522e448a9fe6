package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.ledger.DatabaseSettings;
import io.imagesweep.ledger.RunLock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Says, before each call of one account and region, whether it may start. Once shut it stays shut. */
final class Gate {

    private static final long LOOK_AGAIN_NANOS = 50_000_000;

    private final AccountRegion where;
    private final RunNotes notes;
    private final RunStop stop;
    private final RunLock lock;
    private final Runnable stopPaces;
    private final Breaker breaker;
    private final BooleanSupplier recording;
    private final DatabaseSettings database;
    private volatile boolean shut;

    /**
     * @param stopPaces wakes what waits for a permit, for good
     * @param recording says whether outcomes can be recorded
     */
    Gate(
            AccountRegion where,
            RunNotes notes,
            RunStop stop,
            RunLock lock,
            Runnable stopPaces,
            Breaker breaker,
            BooleanSupplier recording,
            DatabaseSettings database) {
        this.where = where;
        this.notes = notes;
        this.stop = stop;
        this.lock = lock;
        this.stopPaces = stopPaces;
        this.breaker = breaker;
        this.recording = recording;
        this.database = database;
    }

    /** Waits while nobody can tell whether the lock is still ours, as in an outage of the database. */
    boolean mayStart() {
        long since = System.nanoTime();
        while (isOpen()) {
            if (lock.held()) {
                return true;
            }
            if (System.nanoTime() - since > database.maxWait().toNanos()) {
                shut(ExitCode.RESUMABLE, where + ": the database stayed away for " + database.maxWait());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return false;
    }

    /** Shuts at the end if the last answers say so: nothing asked after them. */
    void lookOnceMore() {
        isOpen();
    }

    private boolean isOpen() {
        breaker.reason().ifPresent(reason -> shut(ExitCode.GUARDED, where + ": " + reason));
        if (lock.lost()) {
            shut(ExitCode.HELD, where + ": another run took over the lock of this one");
        }
        return !shut && !stop.requested() && recording.getAsBoolean();
    }

    /** Shuts because the listing could not be read: nothing may be deleted that nobody looked at. */
    void shutUnreadable(boolean ours, String why) {
        if (stop.requested()) {
            return;
        }
        if (!ours) {
            notes.unread(where, "images", why);
        }
        shut(ours ? ExitCode.GUARDED : ExitCode.INCOMPLETE, where + ": its images could not be listed: " + why);
    }

    /** Lets nothing more start here, wakes what waits for a permit, and leaves the open rows to the next start. */
    synchronized void shut(ExitCode code, String sentence) {
        if (shut) {
            return;
        }
        shut = true;
        notes.stopped(code, sentence);
        stopPaces.run();
    }
}
