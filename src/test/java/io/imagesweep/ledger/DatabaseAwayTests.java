package io.imagesweep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTests {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08006", "57P01", "57P02", "57P03", "57P05", "53300", "40001", "40P01"})
    void isSaidByTheStateOfTheConnectionOrTheServer(String state) {
        assertThat(DatabaseAway.saidBy(new SQLException("", state))).isTrue();
        assertThat(DatabaseAway.saidBy(wrapped(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "28P01", "28000", "3D000", "42601", "53100", "54000", "57014", "57P04", "55P03"})
    void isNotSaidByAnyOtherState(String state) {
        assertThat(DatabaseAway.saidBy(new SQLException("", state))).isFalse();
        assertThat(DatabaseAway.saidBy(new DataAccessResourceFailureException("", new SQLException("", state))))
                .isFalse();
        assertThat(DatabaseAway.saidBy(new SQLTransientConnectionException("", state, new SQLException("", state))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void isSaidByTheTypeWhereNoStateIs(Throwable failure) {
        assertThat(DatabaseAway.saidBy(failure)).isTrue();
        assertThat(DatabaseAway.saidBy(wrapped(failure))).isTrue();
    }

    static Stream<Throwable> isSaidByTheTypeWhereNoStateIs() {
        return Stream.of(
                new SQLTransientConnectionException("the pool has no connection"),
                new SQLRecoverableException(),
                new ConnectException(),
                new DataAccessResourceFailureException(""),
                new RecoverableDataAccessException(""),
                new CannotAcquireLockException(""),
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed")));
    }

    @ParameterizedTest
    @MethodSource
    void isNotSaidByWhatTheSameAgainWouldNotMend(Throwable failure) {
        assertThat(DatabaseAway.saidBy(failure)).isFalse();
    }

    static Stream<Throwable> isNotSaidByWhatTheSameAgainWouldNotMend() {
        return Stream.of(
                new IllegalStateException(),
                new SQLException("the pool has been closed"),
                new SocketTimeoutException("somebody else's server"),
                new IOException(),
                new DataIntegrityViolationException(""),
                new TransactionSystemException(""),
                new CannotCreateTransactionException("", new SQLException("the pool has been closed")),
                new OptimisticLockingFailureException(""),
                new OptimisticLockingFailureException("", new SQLException("", "08006")),
                new DatabaseStayedAway(Duration.ZERO, new DataAccessResourceFailureException("")));
    }

    private static RuntimeException wrapped(Throwable failure) {
        return new IllegalStateException(new CannotCreateTransactionException("", failure));
    }
}
