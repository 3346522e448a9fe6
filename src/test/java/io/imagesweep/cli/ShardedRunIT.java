package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run that several processes divide among them. */
class ShardedRunIT {

    private static final int PARTS = 3;

    private static ProgramUnderTest program() {
        var state = new CloudState();
        for (var region : List.of("cn-hangzhou", "cn-beijing", "cn-shanghai", "eu-central-1")) {
            state.old(CloudState.ACCOUNT, region, "old", 4);
            state.old(CloudState.OTHER, region, "old", 4);
        }
        return ProgramUnderTest.over(state).account(1, CloudState.OTHER, "all");
    }

    private static List<ProgramUnderTest.Answered> sideBySide(ProgramUnderTest program) throws Exception {
        List<Future<ProgramUnderTest.Answered>> parts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, PARTS)
                    .forEach(index -> parts.add(threads.submit(() -> program.run(
                            "run", "--apply", "--run-key", "k1", "--shard", index + "/" + PARTS, "--output", "json"))));
        }
        List<ProgramUnderTest.Answered> answers = new ArrayList<>();
        for (var part : parts) {
            answers.add(part.get());
        }
        return answers;
    }

    @Test
    void thePartsTogetherAreTheWholeRunAndNoneCallsTwice() throws Exception {
        try (var program = program()) {
            var answers = sideBySide(program);

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.exitCode()).as(answer.err()).isZero());
            assertThat(answers.stream()
                            .mapToLong(answer -> answer.outcome("DELETED"))
                            .sum())
                    .isEqualTo(32);
            assertThat(program.imagesLeft()).isEmpty();
            assertThat(program.calls("DeleteImage")).hasSize(32);
            assertThat(program.ledger("select run_key from imagesweep.cleanup_run order by run_key"))
                    .containsExactly("k1.0-of-3", "k1.1-of-3", "k1.2-of-3");
        }
    }

    @Test
    void theReportOfTheKeyJoinsTheParts() throws Exception {
        try (var program = program()) {
            sideBySide(program);

            var csv = program.run("report", "--run-key", "k1");
            var joined =
                    program.run("report", "--run-key", "k1", "--output", "json").json();
            var verified = program.run("report", "--run-key", "k1", "--verify", "--output", "json");

            assertThat(csv.out().lines()).hasSize(33);
            assertThat(joined.path("results")).hasSize(32);
            assertThat(joined.path("run").path("runKey").asString()).isEqualTo("k1");
            assertThat(joined.path("run").path("status").asString()).isEqualTo("COMPLETED");
            assertThat(joined.path("run").path("outcomes").path("DELETED").asLong())
                    .isEqualTo(32);
            assertThat(verified.exitCode()).isZero();
            assertThat(verified.json().path("runs")).hasSize(PARTS);
        }
    }

    @Test
    void aPartThatNeverRanIsMissing() {
        try (var program = program()) {
            program.run("run", "--apply", "--run-key", "k1", "--shard", "0/3");
            program.run("run", "--apply", "--run-key", "k1", "--shard", "2/3");

            assertThat(program.run("report", "--run-key", "k1").err())
                    .contains("shard 1/3: there is no run with key k1.1-of-3")
                    .doesNotContain("shard 0/3");
        }
    }

    @Test
    void aFinishedPartIsAlreadyDone() {
        try (var program = program()) {
            program.run("run", "--apply", "--run-key", "k1", "--shard", "0/3");
            long calls = program.calls("DeleteImage").size();

            var again = program.run("run", "--apply", "--run-key", "k1", "--shard", "0/3");

            assertThat(again.exitCode()).isZero();
            assertThat(again.err() + again.out()).contains("already done");
            assertThat(program.calls("DeleteImage")).hasSize((int) calls);
        }
    }

    @Test
    void theCapOfTheRunIsDividedAmongTheParts() {
        try (var program = program()
                .limits("{ max-percent: 100, max-deletions: 10000, max-deletions-per-run: 9, ramp-up: 10000 }")) {
            var answer = program.run("run", "--apply", "--run-key", "k1", "--shard", "0/3");

            assertThat(answer.exitCode()).isEqualTo(4);
            assertThat(answer.err()).contains("max-deletions-per-run is 3", "one of 3 shards");
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void aPlanOfAPartIsAppliedInThatPart() {
        try (var program = program()) {
            var plan = program.run("plan", "--shard", "1/3", "--output", "json");

            var applied = program.run("apply", plan.json().path("runId").asString(), "--yes", "--output", "json");

            assertThat(applied.exitCode()).as(applied.err()).isZero();
            assertThat(applied.outcome("DELETED"))
                    .isEqualTo(plan.outcome("PLANNED"))
                    .isPositive();
        }
    }

    @Test
    void aLimitCountsTheWholeRunAndCannotBeDivided() {
        try (var program = program()) {
            var answer = program.run("run", "--shard", "0/3", "--limit", "5");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("--limit 5", "0/3");
        }
    }
}
