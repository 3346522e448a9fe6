package io.imagesweep.ledger;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure that only means "the database is away, the same again may succeed" from all others. */
public final class DatabaseAway {

    private static final String CONNECTION_CLASS = "08";

    /** The server stops, crashed, starts, ends idle sessions, has no connection left; two transactions collided. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "40001", "40P01");

    private static final List<Class<? extends Throwable>> TYPES = List.of(
            SQLTransientConnectionException.class,
            SQLRecoverableException.class,
            ConnectException.class,
            DataAccessResourceFailureException.class,
            RecoverableDataAccessException.class,
            TransientDataAccessException.class);

    private static final List<Class<? extends Throwable>> NEVER =
            List.of(OptimisticLockingFailureException.class, DatabaseStayedAway.class);

    private DatabaseAway() {}

    /** Says whether {@code failure}, or what caused it, means only that the database is away. */
    public static boolean saidBy(Throwable failure) {
        if (causes(failure).anyMatch(cause -> isOneOf(NEVER, cause))) {
            return false;
        }
        // The server's own word counts more than the type that a library wraps it in.
        return state(failure)
                .map(DatabaseAway::means)
                .orElseGet(() ->
                        causes(failure).anyMatch(cause -> isOneOf(TYPES, cause) || isRollbackWithoutAnswer(cause)));
    }

    /** The pool has closed the connection that failed; why it failed is only in the log. */
    private static boolean isRollbackWithoutAnswer(Throwable failure) {
        return failure instanceof TransactionSystemException && failure.getCause() instanceof SQLException;
    }

    private static boolean means(String state) {
        return state.startsWith(CONNECTION_CLASS) || STATES.contains(state);
    }

    private static Optional<String> state(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable cause) {
        return types.stream().anyMatch(type -> type.isInstance(cause));
    }
}
