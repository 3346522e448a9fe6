package io.imagesweep.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One session of the server that holds advisory locks; they end with it. */
final class LockSession implements AutoCloseable {

    /** A server process; the start time tells it from a later one with the same number. */
    record Backend(int pid, OffsetDateTime startedAt) {}

    /** A node that is lost with its locks is noticed by the server within half a minute, not after two hours. */
    private static final String NOTICE_A_LOST_NODE = """
            set tcp_keepalives_idle = 10;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 3;
            set tcp_user_timeout = '25s'
            """;

    private static final String BACKEND =
            "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()";
    private static final String LOCK = "select pg_try_advisory_lock(?)";
    private static final String COUNT = """
            select count(*)
            from pg_locks
            where locktype = 'advisory'
              and pid = pg_backend_pid()
              and granted
            """;
    private static final String END = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where pid = ?
              and backend_start = ?
            """;

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;
    private final Backend backend;

    LockSession(Connection connection) {
        this.connection = new SingleConnectionDataSource(connection, true);
        this.jdbc = new JdbcTemplate(this.connection);
        this.backend = begin();
    }

    private Backend begin() {
        try {
            jdbc.execute(NOTICE_A_LOST_NODE);
            return jdbc.query(BACKEND, (row, _) -> read(row)).getFirst();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private static Backend read(ResultSet row) throws SQLException {
        return new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class));
    }

    Backend backend() {
        return backend;
    }

    boolean lock(LockId id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(LOCK, Boolean.class, id.value()));
    }

    /** Says whether this session holds {@code count} locks, thus all that were locked in it. */
    boolean holds(int count) {
        return Integer.valueOf(count).equals(jdbc.queryForObject(COUNT, Integer.class));
    }

    /** Ends sessions that were left behind; true when none of them is there any more. */
    boolean outlived(Collection<Backend> others) {
        return others.stream().allMatch(this::outlived);
    }

    private boolean outlived(Backend other) {
        return jdbc.queryForList(END, Boolean.class, other.pid(), other.startedAt())
                .isEmpty();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
