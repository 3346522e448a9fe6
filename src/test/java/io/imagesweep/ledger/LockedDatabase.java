package io.imagesweep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A database that goes away as told, and the locks that the runs of a test take on it. */
final class LockedDatabase implements AutoCloseable {

    static final RunKey KEY = new RunKey("2026-11-24");
    static final AccountRegion HERE = new AccountRegion("1234", "cn-hangzhou");
    static final AccountRegion THERE = new AccountRegion("1234", "cn-beijing");

    private final RestartableDatabase database = new RestartableDatabase();
    private final AtomicLong fence = new AtomicLong(7);
    private final List<RunLock> opened = new ArrayList<>();

    RestartableDatabase database() {
        return database;
    }

    DatabaseRelay relay() {
        return database.relay();
    }

    RunLock open() {
        return open(Duration.ofMinutes(1));
    }

    RunLock open(Duration patience) {
        var lock = locks(database.url(), patience).open();
        opened.add(lock);
        return lock;
    }

    /** Opened by another process, whose way to the database is another one. */
    RunLock openAround() {
        return locks(database.directUrl(), Duration.ofMinutes(1)).open();
    }

    /** Opened, locked and watched. */
    RunLock locked() {
        var lock = open();
        assertThat(lock.lockKey(KEY)).isTrue();
        assertThat(lock.lockRegion(HERE)).isTrue();
        lock.watch(new Fence(RunId.next(), fence::get, fence.get()));
        return lock;
    }

    void moveFence() {
        fence.incrementAndGet();
    }

    int locksOnTheServer() {
        return database.direct()
                .sql("select count(*) from pg_locks where locktype = 'advisory' and granted")
                .query(Integer.class)
                .single();
    }

    void endSessions() {
        database.direct().sql("""
                        select pg_terminate_backend(pid)
                        from pg_stat_activity
                        where application_name = 'imagesweep locks'
                        """).query(Boolean.class).list();
    }

    /** Opens the line and closes every lock. */
    void release() {
        relay().open();
        opened.forEach(RunLock::close);
        opened.clear();
    }

    @Override
    public void close() {
        database.close();
    }

    private static RunLocks locks(String url, Duration patience) {
        return new RunLocks(details(url), new Patience(() -> patience));
    }

    private static JdbcConnectionDetails details(String url) {
        return new JdbcConnectionDetails() {

            @Override
            public @Nullable String getUsername() {
                return "postgres";
            }

            @Override
            public @Nullable String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
