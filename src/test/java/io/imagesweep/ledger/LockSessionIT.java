package io.imagesweep.ledger;

import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LockSessionIT {

    private static final RestartableDatabase DATABASE = new RestartableDatabase();
    private static final LockId ID = LockId.of(new RunKey("2026-11-24"));

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @Test
    void holdsWhatItLockedAndNothingElse() throws SQLException {
        try (var session = open();
                var other = open()) {
            assertThat(session.holds(0)).isTrue();
            assertThat(session.lock(ID)).isTrue();

            assertThat(session.holds(1)).isTrue();
            assertThat(session.holds(2)).isFalse();
            assertThat(other.holds(1)).isFalse();
        }
    }

    @Test
    void endsWhatWasLeftBehind() throws SQLException {
        try (var old = open();
                var session = open()) {
            old.lock(ID);
            assertThat(session.outlived(List.of(old.backend()))).isFalse();

            await().until(() -> session.outlived(List.of(old.backend())));
            assertThat(session.lock(ID)).isTrue();
        }
    }

    @Test
    void leavesALaterProcessOfTheSameNumberAlone() throws SQLException {
        try (var other = open();
                var session = open()) {
            var earlier = new LockSession.Backend(
                    other.backend().pid(), other.backend().startedAt().minusNanos(1_000));

            assertThat(session.outlived(List.of(earlier))).isTrue();
            assertThat(other.holds(0)).isTrue();
        }
    }

    @Test
    void keysAndRegionsHaveLocksOfTheirOwn() {
        assertThat(LockId.of(new RunKey("a"))).isEqualTo(LockId.of(new RunKey("a")));
        assertThat(LockId.of(new RunKey("a"))).isNotEqualTo(LockId.of(new RunKey("b")));
        assertThat(LockId.of(new AccountRegion("1", "cn-a"))).isNotEqualTo(LockId.of(new AccountRegion("1", "cn-b")));
    }

    private static LockSession open() throws SQLException {
        return new LockSession(DATABASE.unpooled().getConnection());
    }
}
