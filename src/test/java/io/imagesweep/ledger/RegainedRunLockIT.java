package io.imagesweep.ledger;

import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lock is not held while the database is away, and held again when it is back. */
@Timeout(120)
class RegainedRunLockIT {

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
    void isTakenAgainAfterItsSessionWasKilled() {
        var lock = LOCKS.locked();

        LOCKS.endSessions();

        await().until(() -> !lock.held());
        await().until(lock::held);
        assertThat(LOCKS.locksOnTheServer()).isEqualTo(2);
        assertThat(lock.lost()).isFalse();
    }

    @Test
    void isTakenAgainAfterARestart() {
        var lock = LOCKS.locked();

        LOCKS.database().stop();
        await().until(() -> !lock.held());
        LOCKS.database().start();

        await().until(lock::held);
        assertThat(LOCKS.locksOnTheServer()).isEqualTo(2);
    }

    @Test
    void isTakenAgainWhenItsOldSessionLingersOnTheServer() {
        var lock = LOCKS.locked();

        LOCKS.relay().strand();

        await().until(() -> !lock.held());
        await().until(lock::held);
        assertThat(LOCKS.locksOnTheServer()).isEqualTo(2);
        assertThat(lock.lost()).isFalse();
    }

    @Test
    void isTakenAgainWhenTheLinePassesAgain() {
        var lock = LOCKS.locked();
        LOCKS.relay().silence();
        var tried = LOCKS.relay().accepted();
        await().until(() -> LOCKS.relay().accepted() > tried);
        assertThat(lock.held()).isFalse();

        LOCKS.relay().open();

        await().until(lock::held);
        assertThat(LOCKS.locksOnTheServer()).isEqualTo(2);
    }

    @Test
    void isNotHeldForLongerThanASecondWhenNothingPasses() {
        var lock = LOCKS.locked();
        await().until(lock::held);

        LOCKS.relay().silence();

        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(2))
                .until(() -> !lock.held());
        assertThat(lock.lost()).isFalse();
    }
}
