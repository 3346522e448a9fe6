package io.imagesweep.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals a plan within the transaction of its caller. */
final class PlanSeal {

    private static final int FETCHED = 5000;
    private static final List<String> HASHED =
            List.of("account_id", "region_id", "image_id", "decision", "rule", "reason");

    private final JdbcClient jdbc;

    PlanSeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the hash, also where the plan is sealed already. */
    String put(RunId run, RunFacts facts) {
        var found = lock(run);
        return Optional.ofNullable(found.planHash()).orElseGet(() -> put(run, hash(run), found.with(facts)));
    }

    /** Nobody can write a row from here on: each writer locks the run against this. */
    private Found lock(RunId run) {
        return jdbc.sql("""
                        select plan_hash, counts
                        from cleanup_run
                        where run_id = :run
                        for update
                        """)
                .param("run", run.value())
                .query((row, _) ->
                        new Found(row.getString("plan_hash"), StoredJson.read(row.getString("counts"), RunFacts.NONE)))
                .single();
    }

    /** Gives the hash that the rows of {@code run} have now. */
    String hash(RunId run) {
        var hash = new PlanHash();
        jdbc.sql("""
                select account_id, region_id, image_id, decision, rule, reason
                from deletion_result
                where run_id = :run
                order by account_id collate "C", region_id collate "C", image_id collate "C"
                """).param("run", run.value()).withFetchSize(FETCHED).query(row -> {
            for (var column : HASHED) {
                hash.add(row.getString(column));
            }
        });
        return hash.hex();
    }

    private String put(RunId run, String planHash, RunFacts facts) {
        jdbc.sql("""
                update cleanup_run
                set status = 'PLANNED',
                  plan_hash = :planHash,
                  counts = cast(:counts as jsonb)
                where run_id = :run
                """)
                .param("run", run.value())
                .param("planHash", planHash)
                .param("counts", StoredJson.write(facts))
                .update();
        return planHash;
    }

    private record Found(@Nullable String planHash, RunFacts facts) {

        /** What was found missing before the plan was made stays missing. */
        RunFacts with(RunFacts planned) {
            var missing = Stream.concat(facts.missing().stream(), planned.missing().stream())
                    .distinct()
                    .toList();
            return new RunFacts(planned.figures(), planned.ruleMatches(), planned.warnings(), missing);
        }
    }
}
