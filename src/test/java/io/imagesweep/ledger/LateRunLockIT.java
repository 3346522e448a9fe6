package io.imagesweep.ledger;

import static io.imagesweep.ledger.LockedDatabase.KEY;
import static io.imagesweep.ledger.LockedDatabase.THERE;
import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lock that is asked for while the database is away. */
@Timeout(120)
class LateRunLockIT {

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
    void isLockedLateWhenTheDatabaseIsAway() {
        var lock = LOCKS.locked();
        LOCKS.relay().cut();
        var late = CompletableFuture.supplyAsync(() -> lock.lockRegion(THERE));
        await().until(() -> !lock.held());
        assertThat(late).isNotDone();

        LOCKS.relay().open();

        assertThat(late.join()).isTrue();
        assertThat(LOCKS.locksOnTheServer()).isEqualTo(3);
    }

    @Test
    void isOwnWhenOnlyTheAnswerWasLost() {
        var lock = LOCKS.open();
        LOCKS.relay().loseAnswersTo("pg_try_advisory_lock", 1);

        assertThat(lock.lockKey(KEY)).isTrue();
        assertThat(lock.lost()).isFalse();
    }

    @Test
    void isOpenedLateWhenTheDatabaseIsAway() {
        LOCKS.relay().cut();
        var tried = LOCKS.relay().accepted();
        var late = CompletableFuture.supplyAsync(LOCKS::open);
        await().until(() -> LOCKS.relay().accepted() > tried + 1);

        LOCKS.relay().open();

        assertThat(late.join().lockKey(KEY)).isTrue();
    }

    @Test
    void isNotWaitedForLongerThanTheMaximum() {
        LOCKS.relay().cut();

        assertThatThrownBy(() -> LOCKS.open(Duration.ofMillis(300))).isInstanceOf(DatabaseStayedAway.class);
    }
}
