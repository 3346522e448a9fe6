package io.imagesweep.ledger;

import static io.imagesweep.ledger.LockedDatabase.HERE;
import static io.imagesweep.ledger.LockedDatabase.THERE;
import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lock that somebody else may have had meanwhile is lost for good. */
@Timeout(120)
class LostRunLockIT {

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
    void isLostWhenTheFenceMovedMeanwhile() {
        var lock = LOCKS.locked();
        LOCKS.relay().cut();
        await().until(() -> !lock.held());

        LOCKS.moveFence();
        LOCKS.relay().open();

        await().until(lock::lost);
        assertThat(lock.held()).isFalse();
        assertThat(lock.lockRegion(THERE)).isFalse();
        await().until(() -> LOCKS.locksOnTheServer() == 0);
    }

    @Test
    void isLostWhenSomebodyElseHoldsPartOfIt() {
        var lock = LOCKS.locked();
        LOCKS.relay().cut();
        await().until(() -> !lock.held());
        LOCKS.endSessions();
        try (var other = LOCKS.openAround()) {
            await().until(() -> other.lockRegion(HERE));

            LOCKS.relay().open();

            await().until(lock::lost);
            assertThat(lock.held()).isFalse();
        }
    }

    @Test
    void isLostWhenTheFenceHasMovedBeforeItIsWatched() {
        var lock = LOCKS.locked();

        lock.watch(new Fence(RunId.next(), () -> 8, 7));

        assertThat(lock.lost()).isTrue();
    }
}
