package io.imagesweep.ledger;

import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives runs up within the transaction of its caller. An abandoned run is fenced off: a process that still has it marks nothing. */
final class Abandonment {

    private final JdbcClient jdbc;

    Abandonment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a run up that was never sealed, with its rows, or a sealed one, whose rows stay. */
    void of(RunId run, Instant at) {
        for (var table : List.of("deletion_result", "requested_image")) {
            removeUnsealed(run, table);
        }
        jdbc.sql("""
                update cleanup_run
                set status = 'ABANDONED',
                  fence = fence + 1,
                  finished_at = coalesce(finished_at, :at)
                where run_id = :run
                  and status <> 'ABANDONED'
                """).param("run", run.value()).param("at", StoredTime.of(at)).update();
    }

    private void removeUnsealed(RunId id, String table) {
        jdbc.sql("""
                delete from %s
                where run_id = :run
                  and exists (
                    select from cleanup_run as run
                    where run.run_id = :run
                      and unsealed(run))
                """.formatted(table)).param("run", id.value()).update();
    }

    /** Gives up those of {@code runs} that are not finished and have another key than {@code ours}. */
    void ofOthers(RunKey ours, Collection<RunId> runs, Instant at) {
        jdbc.sql("""
                update cleanup_run
                set status = 'ABANDONED',
                  fence = fence + 1,
                  finished_at = coalesce(finished_at, :at),
                  stop_reason = coalesce(stop_reason, :reason)
                where run_id = any(:runs)
                  and run_key <> :ours
                  and status in ('PLANNED', 'RUNNING', 'STOPPED')
                """)
                .param("runs", runs.stream().map(RunId::value).toArray(UUID[]::new))
                .param("ours", ours.value())
                .param("reason", "left behind: its open calls were settled by the run with key " + ours)
                .param("at", StoredTime.of(at))
                .update();
    }
}
