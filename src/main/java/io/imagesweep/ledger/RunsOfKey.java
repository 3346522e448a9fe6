package io.imagesweep.ledger;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The live runs that an operator means by one key: one run, or those of the parts into which it was divided. */
@Component
public final class RunsOfKey {

    private static final Comparator<Run> IN_ORDER = Comparator.comparing(
                    (Run run) -> run.scope().shard(), Comparator.nullsFirst(Comparator.comparingInt(Shard::count)))
            .thenComparing(run -> run.scope().shard(), Comparator.nullsFirst(Comparator.comparingInt(Shard::index)));

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    RunsOfKey(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Finds the newest live run of {@code key} and of each part of it, in the order of the parts; none was abandoned. */
    public List<Run> newest(RunKey key) {
        return tx
                .execute(_ -> jdbc.sql("""
                        select distinct on (run_key) %s
                        from cleanup_run
                        where (run_key = :key
                          or starts_with(run_key, :key || '.') and scope -> 'shard' ->> 'index' is not null
                            and run_key = :key || '.' || (scope -> 'shard' ->> 'index') || '-of-' || (scope -> 'shard' ->> 'count'))
                          and mode in ('apply', 'restore')
                          and status <> 'ABANDONED'
                        order by run_key, started_at desc, run_id
                        """.formatted(RunRow.COLUMNS))
                        .param("key", key.value())
                        .query(new RunRow())
                        .list())
                .stream()
                .sorted(IN_ORDER)
                .toList();
    }
}
