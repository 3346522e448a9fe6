package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.deletion.Attempt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What became of a run's images. */
@Component
public final class Outcomes {

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Outcomes(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Counts the rows of a run by outcome; an outcome without rows is absent. */
    public Map<Outcome, Long> of(RunId run) {
        return counts(run, "deletion_result");
    }

    /** Counts the snapshots of a run by outcome; an outcome without snapshots is absent. */
    public Map<Outcome, Long> ofSnapshots(RunId run) {
        return counts(run, "snapshot_result");
    }

    private Map<Outcome, Long> counts(RunId run, String table) {
        return tx.execute(_ -> {
            var counts = new EnumMap<Outcome, Long>(Outcome.class);
            jdbc.sql("""
                    select outcome, count(*) as counted
                    from %s
                    where run_id = :run
                    group by outcome
                    """.formatted(table)).param("run", run.value()).query(row -> {
                counts.put(Outcome.valueOf(row.getString("outcome")), row.getLong("counted"));
            });
            return counts;
        });
    }

    /** Gives the rows of a run in key order by bytes, a page in memory at a time. */
    public Stream<ResultRow> rows(RunId run) {
        var rows = new ResultRows(jdbc);
        return Pages.of(regions(run), (where, last) -> tx.execute(_ -> rows.after(run, where, last, PAGE)));
    }

    /** Gives the calls of a run in key order by bytes, a page in memory at a time. */
    public Stream<Attempt> attempts(RunId run) {
        var rows = new AttemptRows(jdbc);
        return Pages.of(regions(run), (where, last) -> tx.execute(_ -> rows.after(run, where, last, PAGE)));
    }

    /** Gives the snapshots of a run in key order by bytes, a page in memory at a time. */
    public Stream<SnapshotRow> snapshots(RunId run) {
        var rows = new SnapshotRows(jdbc);
        return Pages.of(regions(run), (where, last) -> tx.execute(_ -> rows.after(run, where, last, PAGE)));
    }

    private List<AccountRegion> regions(RunId run) {
        return tx.execute(_ -> jdbc
                .sql("""
                        select distinct account_id, region_id
                        from deletion_result
                        where run_id = :run
                        """)
                .param("run", run.value())
                .query((row, _) -> new AccountRegion(row.getString("account_id"), row.getString("region_id")))
                .stream()
                .sorted()
                .toList());
    }
}
