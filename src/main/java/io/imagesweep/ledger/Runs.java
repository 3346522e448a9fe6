package io.imagesweep.ledger;

import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The runs of the ledger. */
@Component
public final class Runs {

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Runs(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Writes a new run; its plan hash and its end are not yet known. */
    public void begin(Run run) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        insert into cleanup_run (run_id, run_key, mode, status, decided_at, policy_hash, plan_id, scope,
                          requested_by, host, started_at, fence, counts)
                        values (:run, :key, :mode, :status, :decidedAt, :policyHash, :planId, cast(:scope as jsonb),
                          :requestedBy, :host, :startedAt, :fence, cast(:counts as jsonb))
                        on conflict (run_id) do nothing
                        """)
                .param("run", run.id().value())
                .param("key", run.key().value())
                .param("mode", run.mode().word())
                .param("status", run.status().name())
                .param("decidedAt", StoredTime.of(run.decidedAt()))
                .param("policyHash", run.policyHash())
                .param("planId", run.planId() == null ? null : run.planId().value())
                .param("scope", StoredJson.write(run.scope()))
                .param("requestedBy", StoredText.of(run.requestedBy()))
                .param("host", StoredText.of(run.host()))
                .param("startedAt", StoredTime.of(run.startedAt()))
                .param("fence", run.fence())
                .param("counts", StoredJson.write(run.facts()))
                .update());
    }

    /** Finds a run by its id. */
    public Optional<Run> find(RunId id) {
        return tx.execute(_ -> jdbc.sql("""
                        select %s
                        from cleanup_run
                        where run_id = :run
                        """.formatted(RunRow.COLUMNS))
                .param("run", id.value())
                .query(new RunRow())
                .optional());
    }

    /** Finds the newest live run of {@code key} that was not abandoned. */
    public Optional<Run> latestLive(RunKey key) {
        return tx.execute(_ -> jdbc.sql("""
                        select %s
                        from cleanup_run
                        where run_key = :key
                          and mode in ('apply', 'restore')
                          and status <> 'ABANDONED'
                        order by started_at desc, run_id
                        limit 1
                        """.formatted(RunRow.COLUMNS))
                .param("key", key.value())
                .query(new RunRow())
                .optional());
    }

    /** Gives the {@code limit} newest runs, newest first. */
    public List<Run> all(int limit) {
        return tx.execute(_ -> jdbc.sql("""
                        select %s
                        from cleanup_run
                        order by started_at desc, run_id
                        limit :limit
                        """.formatted(RunRow.COLUMNS))
                .param("limit", limit)
                .query(new RunRow())
                .list());
    }

    /** Takes the run over: whoever holds an older fence marks nothing from here on. */
    public long raiseFence(RunId id) {
        return tx.execute(
                _ -> jdbc.sql("""
                        update cleanup_run
                        set fence = fence + 1
                        where run_id = :run
                        returning fence
                        """).param("run", id.value()).query(Long.class).single());
    }

    /** Moves a run to {@code status}. */
    public void status(RunId id, RunStatus status) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        update cleanup_run
                        set status = :status
                        where run_id = :run
                        """)
                .param("run", id.value())
                .param("status", status.name())
                .update());
    }

    /** Ends a run and stores how many rows have each outcome. */
    public void finish(RunId id, RunStatus status, @Nullable String stopReason, Instant at) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        update cleanup_run
                        set status = :status,
                          stop_reason = :stopReason,
                          finished_at = :at,
                          counts = counts || jsonb_build_object('outcomes', (
                            select coalesce(jsonb_object_agg(outcome, images), '{}')
                            from (
                              select outcome, count(*) as images
                              from deletion_result
                              where run_id = :run
                              group by outcome) as counted))
                        where run_id = :run
                        """)
                .param("run", id.value())
                .param("status", status.name())
                .param("stopReason", StoredText.ofNullable(stopReason))
                .param("at", StoredTime.of(at))
                .update());
    }

    /** Goes on with a sealed run that had ended: planned again, and its end forgotten. */
    public void reopen(RunId id) {
        tx.executeWithoutResult(_ -> jdbc.sql("""
                        update cleanup_run
                        set status = 'PLANNED',
                          finished_at = null,
                          stop_reason = null
                        where run_id = :run
                          and plan_hash is not null
                        """).param("run", id.value()).update());
    }

    /** Gives a run up, and fences it off; one that was never sealed loses its rows, for nothing was called. */
    public void abandon(RunId id, Instant at) {
        tx.executeWithoutResult(_ -> new Abandonment(jdbc).of(id, at));
    }

    /** Adds what could not be read, or was left out, to what the run already misses. */
    public void missing(RunId id, List<String> missing) {
        tx.executeWithoutResult(_ -> {
            var known = lockedFacts(id).missing();
            jdbc.sql("""
                    update cleanup_run
                    set counts = counts || jsonb_build_object('missing', to_jsonb(cast(:missing as text[])))
                    where run_id = :run
                    """)
                    .param("run", id.value())
                    .param("missing", StoredText.array(joined(known, missing)))
                    .update();
        });
    }

    private RunFacts lockedFacts(RunId id) {
        var counts = jdbc.sql("""
                        select counts
                        from cleanup_run
                        where run_id = :run
                        for update
                        """).param("run", id.value()).query(String.class).single();
        return StoredJson.read(counts, RunFacts.NONE);
    }

    private static List<String> joined(List<String> known, List<String> more) {
        return Stream.concat(known.stream(), more.stream()).distinct().toList();
    }
}
