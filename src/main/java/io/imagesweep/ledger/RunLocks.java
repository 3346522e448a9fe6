package io.imagesweep.ledger;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Opens the locks of a run on a connection of their own beside the pool, since the server keeps advisory locks for a
 * session. They work with direct connections only, not through a pooler that shares sessions between transactions.
 */
@Component
public final class RunLocks {

    private final JdbcConnectionDetails database;
    private final Patience patience;

    public RunLocks(JdbcConnectionDetails database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Opens the locks of one run, watched from now on; nothing is locked yet. */
    public RunLock open() {
        return new RunLock(this::session, patience).start();
    }

    private LockSession session() {
        var direct = new DirectDatabase(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        return new LockSession(direct.connect("imagesweep locks"));
    }
}
