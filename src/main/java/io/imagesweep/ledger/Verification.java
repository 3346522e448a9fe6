package io.imagesweep.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Holds the rows of a run against what was recorded of them at its seal, at its end, and with each call. */
@Component
public final class Verification {

    private static final String ENDS = """
            select coalesce(ended.outcome, now.outcome) as outcome, coalesce(ended.images, 0) as then,
              coalesce(now.images, 0) as now
            from (
              select key as outcome, cast(value as bigint) as images
              from cleanup_run, jsonb_each_text(counts -> 'outcomes')
              where run_id = :run) as ended
            full join (
              select outcome, count(*) as images
              from deletion_result
              where run_id = :run
              group by outcome) as now using (outcome)
            order by 1
            """;

    private static final String WITHOUT_CALL = """
            select count(*)
            from deletion_result as row
            where run_id = :run
              and outcome in ('DELETED', 'DEPRECATED', 'RESTORED')
              and message is distinct from :settled
              and not exists (
                select
                from deletion_attempt as call
                where call.run_id = row.run_id
                  and call.account_id = row.account_id
                  and call.region_id = row.region_id
                  and call.image_id = row.image_id
                  and call.action in ('DeleteImage', 'ModifyImageAttribute')
                  and call.http_status = 200
                  and call.request_id is not distinct from row.request_id)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations tx;

    Verification(JdbcClient jdbc, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Tells what was altered in a sealed {@code run}, a sentence each; none: nothing that could be seen. */
    public List<String> differences(Run run) {
        return tx.execute(_ -> {
            List<String> differences = new ArrayList<>();
            plan(run, differences);
            ends(run, differences);
            calls(run, differences);
            return List.copyOf(differences);
        });
    }

    private void plan(Run run, List<String> differences) {
        var hash = new PlanSeal(jdbc).hash(run.id());
        if (!hash.equals(run.planHash())) {
            differences.add("its plan was sealed as " + run.planHash() + " and is " + hash
                    + " now, so an image, a decision, a rule or a reason is another, or rows were added or removed");
        }
    }

    private void ends(Run run, List<String> differences) {
        var ends = jdbc.sql(ENDS)
                .param("run", run.id().value())
                .query((row, _) -> new End(Outcome.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)))
                .list();
        // A run that is going on, or was left dead, has no end on record to be held against; a completed one has.
        boolean hasEnd = run.finishedAt() != null && ends.stream().anyMatch(end -> end.then() > 0);
        if (run.status() != RunStatus.COMPLETED && !hasEnd) {
            return;
        }
        ends.stream()
                .filter(end -> end.differsIn(run.status()))
                .forEach(end -> differences.add(
                        "it ended with %s %d and has %d now".formatted(end.outcome(), end.then(), end.now())));
    }

    private void calls(Run run, List<String> differences) {
        long without = Objects.requireNonNull(jdbc.sql(WITHOUT_CALL)
                .param("run", run.id().value())
                .param("settled", OutcomeColumns.SETTLED_BY_LOOKING)
                .query(Long.class)
                .single());
        if (without > 0) {
            differences.add("images that are said to be changed, with no accepted call on record: " + without);
        }
    }

    private record End(Outcome outcome, long then, long now) {

        /** A later process may settle what an unfinished run left open, so outcomes may grow there; none may shrink. */
        boolean differsIn(RunStatus status) {
            return status == RunStatus.COMPLETED ? now != then : now < then && !outcome.open();
        }
    }
}
