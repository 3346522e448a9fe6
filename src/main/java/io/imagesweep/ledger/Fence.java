package io.imagesweep.ledger;

import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The number that a process must find unchanged before it goes on with a run: whoever takes the run over raises it.
 *
 * @param stored reads the fence in one try, without waiting for a database that is away
 * @param held the fence as this process raised it
 */
public record Fence(RunId run, LongSupplier stored, long held) {

    private static final String STORED = "select fence from cleanup_run where run_id = ?";

    /** The fence of a run that this process raised to {@code held}. */
    public static Fence of(RunId run, long held, JdbcClient jdbc) {
        return new Fence(
                run, () -> jdbc.sql(STORED).param(run.value()).query(Long.class).single(), held);
    }

    /** A fence that nobody moves, for a run that nobody can take over. */
    public static Fence none() {
        return new Fence(RunId.next(), () -> 0, 0);
    }

    /** Says whether somebody has taken the run over. */
    boolean moved() {
        return stored.getAsLong() != held;
    }

    /** Refuses to go on with a run that somebody has taken over. */
    public void check() {
        var found = stored.getAsLong();
        if (found != held) {
            throw new FenceMoved(run, held, found);
        }
    }
}
