package io.imagesweep.ledger;

import static io.imagesweep.ledger.LockedDatabase.HERE;
import static io.imagesweep.ledger.LockedDatabase.KEY;
import static io.imagesweep.ledger.LockedDatabase.THERE;
import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom a lock keeps out, and until when. */
@Timeout(120)
class RunLockIT {

    private static final LockedDatabase LOCKS = new LockedDatabase();

    @AfterEach
    void release() {
        LOCKS.release();
    }

    @AfterAll
    static void stopDatabase() {
        LOCKS.close();
    }

    @Test
    void excludesAnotherRunOfTheSameKey() {
        assertThat(LOCKS.open().lockKey(KEY)).isTrue();

        assertThat(LOCKS.open().lockKey(KEY)).isFalse();
        assertThat(LOCKS.open().lockKey(new RunKey("2026-11-25"))).isTrue();
    }

    @Test
    void excludesAnotherRunFromItsAccountsAndRegions() {
        assertThat(LOCKS.open().lockRegion(HERE)).isTrue();

        var other = LOCKS.open();
        assertThat(other.lockRegion(HERE)).isFalse();
        assertThat(other.lockRegion(THERE)).isTrue();
    }

    @Test
    void takesTheSameLockOnlyOnce() {
        var lock = LOCKS.open();
        lock.lockKey(KEY);

        assertThat(lock.lockKey(KEY)).isTrue();
        await().until(() -> LOCKS.locksOnTheServer() == 1);
    }

    @Test
    void releasesEverythingWhenClosed() {
        var lock = LOCKS.locked();

        lock.close();

        await().until(() -> LOCKS.locksOnTheServer() == 0);
        assertThat(lock.held()).isFalse();
        assertThat(lock.lost()).isFalse();
        assertThatThrownBy(() -> lock.lockKey(KEY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesItsSession() {
        LOCKS.locked();

        await().until(() -> LOCKS.database()
                        .direct()
                        .sql("select count(*) from pg_stat_activity where application_name = 'imagesweep locks'")
                        .query(Integer.class)
                        .single()
                == 1);
    }

    @Test
    void staysHeldWhileItIsWatched() {
        var lock = LOCKS.locked();

        var longAgo = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        await().until(() -> System.nanoTime() - longAgo > 0 && lock.held());
    }
}
