package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.policy.PlanFigures;
import io.imagesweep.policy.RuleMatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final Runs runs = LEDGER.runs;

    @Test
    void givesBackARunAsItWasBegun() {
        var plan = LEDGER.begun("a-plan", RunMode.DRY_RUN, NOON);
        var facts = new RunFacts(
                List.of(new PlanFigures(HANGZHOU, 1, 10, 12L), new PlanFigures(HANGZHOU, 1, 10, null)),
                List.of(new RuleMatch("nightly-builds", 3)),
                List.of("nothing matched \"golden-*\""),
                List.of("cn-beijing: Forbidden"));
        var begun = new Run(
                RunId.next(),
                new RunKey("2026-11-01"),
                RunMode.APPLY,
                RunStatus.PLANNING,
                NOON.plusMillis(1),
                "ab12",
                null,
                plan,
                new RunScope(List.of("2", "1", "2"), List.of("cn-hangzhou"), 100L),
                "ops",
                "host-1",
                NOON.plusNanos(1_000),
                null,
                null,
                3,
                facts);

        runs.begin(begun);
        runs.begin(begun);

        assertThat(runs.find(begun.id())).contains(begun);
        assertThat(runs.find(RunId.next())).isEmpty();
        assertThat(new RunScope(List.of("2", "1"), List.of(), null))
                .isEqualTo(new RunScope(List.of("1", "2", "1"), List.of(), null));
    }

    @Test
    void readsARunOfWhichOnlyTheKeyIsKnown() {
        var id = RunId.next();
        LEDGER.jdbc.sql("""
                        insert into cleanup_run (run_id, run_key, mode)
                        values (:run, 'bare', 'dry-run')
                        """).param("run", id.value()).update();

        var found = LEDGER.found(id);

        assertThat(found.status()).isEqualTo(RunStatus.PLANNING);
        assertThat(found.scope()).isEqualTo(LedgerFixture.ALL);
        assertThat(found.facts()).isEqualTo(RunFacts.NONE);
        assertThat(found.requestedBy()).isEqualTo("postgres");
    }

    @Test
    void findsTheNewestLiveRunOfAKey() {
        assertThat(runs.latestLive(new RunKey("latest"))).isEmpty();

        var first = LEDGER.begun("latest", RunMode.APPLY, NOON);
        var second = LEDGER.begun("latest", RunMode.APPLY, NOON.plusSeconds(1));
        LEDGER.begun("latest", RunMode.DRY_RUN, NOON.plusSeconds(2));
        LEDGER.begun("another", RunMode.APPLY, NOON.plusSeconds(3));

        assertThat(runs.latestLive(new RunKey("latest")).orElseThrow().id()).isEqualTo(second);

        runs.abandon(second, NOON.plusSeconds(4));

        assertThat(runs.latestLive(new RunKey("latest")).orElseThrow().id()).isEqualTo(first);
    }

    @Test
    void listsTheNewestFirst() {
        var later = LEDGER.begun("z", RunMode.APPLY, NOON.plus(Duration.ofDays(1_000)));
        var latest = LEDGER.begun("a", RunMode.DRY_RUN, NOON.plus(Duration.ofDays(2_000)));

        assertThat(runs.all(2)).extracting(Run::id).containsExactly(latest, later);
    }

    @Test
    void raisesTheFenceByOne() {
        var run = LEDGER.begun("fenced");

        assertThat(runs.raiseFence(run)).isEqualTo(1);
        assertThat(runs.raiseFence(run)).isEqualTo(2);
        assertThat(LEDGER.found(run).fence()).isEqualTo(2);
    }

    @Test
    void endsWithTheCountsOfItsOutcomesAndGoesOnAgain() {
        var run = LEDGER.sealed("ends", HANGZHOU, "m-1", "m-2");
        runs.status(run, RunStatus.RUNNING);
        LEDGER.claim(run, 0, "m-1");
        LEDGER.record(run, "m-1", DELETED);

        runs.finish(run, RunStatus.STOPPED, "deadline\0", NOON.plusSeconds(9));

        var ended = LEDGER.found(run);
        assertThat(ended.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(ended.stopReason()).isEqualTo("deadline\uFFFD");
        assertThat(ended.finishedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(counts(run)).isEqualTo("{\"DELETED\": 1, \"PLANNED\": 1}");

        runs.reopen(run);

        var again = LEDGER.found(run);
        assertThat(again.status()).isEqualTo(RunStatus.PLANNED);
        assertThat(again.stopReason()).isNull();
        assertThat(again.finishedAt()).isNull();
    }

    @Test
    void endsWithoutRowsToo() {
        var run = LEDGER.begun("empty");

        runs.finish(run, RunStatus.COMPLETED, null, NOON);

        assertThat(counts(run)).isEqualTo("{}");
    }

    @Test
    void reopensNothingThatWasNeverSealed() {
        var run = LEDGER.begun("unsealed");
        runs.finish(run, RunStatus.STOPPED, "SIGTERM", NOON);

        runs.reopen(run);

        assertThat(LEDGER.found(run).status()).isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void remembersAllThatIsMissingOnce() {
        var id = RunId.next();
        runs.begin(run(id, "missing", RunMode.APPLY, NOON));

        runs.missing(id, List.of("cn-beijing: Forbidden", "x\0"));
        runs.missing(id, List.of("x\0", "eu-central-1: locked"));
        LEDGER.plans.seal(id, new RunFacts(List.of(), List.of(), List.of("w"), List.of("sealed without one")));
        runs.missing(id, List.of("after the seal"));

        assertThat(LEDGER.found(id).facts())
                .isEqualTo(new RunFacts(
                        List.of(),
                        List.of(),
                        List.of("w"),
                        List.of(
                                "cn-beijing: Forbidden",
                                "x\uFFFD",
                                "eu-central-1: locked",
                                "sealed without one",
                                "after the seal")));
    }

    private static String counts(RunId run) {
        return LEDGER.jdbc
                .sql("""
                        select cast(counts -> 'outcomes' as text)
                        from cleanup_run
                        where run_id = :run
                        """)
                .param("run", run.value())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }
}
