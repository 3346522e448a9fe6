package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.cli.ProgramUnderTest.Answered;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunCommandIT {

    private static final CloudState TWO_ACCOUNTS = new CloudState()
            .old("old", 12)
            .old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 7)
            .old(CloudState.OTHER, CloudState.HANGZHOU, "old", 5)
            .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-young", """
                    "imageName": "young", "creationTime": "-P1D"
                    """)
            .image(CloudState.OTHER, CloudState.HANGZHOU, "m-kept", """
                    "imageName": "kept", "creationTime": "-P90D", "tags": {"keep": ""}
                    """);

    @Test
    void deletesWhatThePolicySaysInEveryAccountAndNothingElse() {
        try (var program = ProgramUnderTest.over(TWO_ACCOUNTS).account(1, CloudState.OTHER, "all")) {
            var answer = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(answer.outcome("DELETED")).isEqualTo(24);
            assertThat(answer.outcome("KEPT")).isEqualTo(2);
            assertThat(answer.json().path("candidates").asLong()).isEqualTo(26);
            assertThat(program.imagesLeft()).containsExactly("m-kept", "m-young");
            assertThat(program.calls("DeleteImage")).hasSize(24);
            assertThat(confirmed(program)).isEqualTo(24);
        }
    }

    @Test
    void aFinishedKeyIsAlreadyDone() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 3))) {
            program.run("run", "--apply", "--run-key", "k1");

            var again = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            var otherScope = program.run("run", "--apply", "--run-key", "k1", "--limit", "1");

            assertThat(again.exitCode()).isZero();
            assertThat(again.err())
                    .contains("already done", "note: protect.tags matched no image at all", "max-population-drop");
            assertThat(otherScope.exitCode()).isEqualTo(2);
            assertThat(program.calls("DeleteImage")).hasSize(3);
            assertThat(program.run("runs").out().lines()).hasSize(1);
        }
    }

    @Test
    void withoutApplyTheCloudReceivesNoCallThatChangesAnything() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 3))) {
            var answers = Stream.of("run", "plan", "sync").map(command -> program.run(command, "--output", "json"));

            assertThat(answers).extracting(Answered::exitCode).containsOnly(0);
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void withoutSyncNoCallIsMadeAtAll() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 3))) {
            program.run("sync");
            program.control("DELETE", "calls", "");

            var answer = program.run("plan", "--no-sync", "--output", "json");

            assertThat(answer.outcome("PLANNED")).isEqualTo(3);
            assertThat(program.control("GET", "calls", "")).isEmpty();
        }
    }

    @Test
    void theLimitLetsOnlyTheOldestGo() {
        var state = new CloudState().old("old", 3).image(CloudState.ACCOUNT, CloudState.BEIJING, "m-oldest", """
                "imageName": "oldest", "creationTime": "-P99D"
                """);
        try (var program = ProgramUnderTest.over(state)) {
            var answer = program.run("run", "--apply", "--limit", "1", "--output", "json");

            assertThat(answer.outcome("DELETED")).isEqualTo(1);
            assertThat(answer.outcome("KEPT")).isEqualTo(3);
            assertThat(program.imagesLeft()).doesNotContain("m-oldest").hasSize(3);
        }
    }

    @Test
    void onlyTheRegionsAndAccountsThatWereAskedForAreTouched() {
        try (var program = ProgramUnderTest.over(TWO_ACCOUNTS).account(1, CloudState.OTHER, "all")) {
            var answer = program.run(
                    "run",
                    "--apply",
                    "--accounts",
                    CloudState.ACCOUNT,
                    "--regions",
                    CloudState.BEIJING,
                    "--output",
                    "json");

            assertThat(answer.outcome("DELETED")).isEqualTo(7);
            assertThat(program.calls("DeleteImage"))
                    .extracting(call -> call.path("regionId").asString())
                    .containsOnly(CloudState.BEIJING);
        }
    }

    @Test
    void anotherScopeOrPolicyDoesNotResumeAnUnfinishedRun() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 3))) {
            program.cloud().faults("""
                    [{"action": "DeleteImage", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);
            var denied = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            var otherScope = program.run("run", "--apply", "--run-key", "k1", "--limit", "1");
            program.policy(ProgramUnderTest.POLICY + "# another\n");
            var otherPolicy = program.run("run", "--apply", "--run-key", "k1");

            assertThat(denied.exitCode()).isEqualTo(4);
            assertThat(denied.json().path("status").asString()).isEqualTo("STOPPED");
            assertThat(denied.outcome("PLANNED")).isEqualTo(3);
            assertThat(otherScope.exitCode()).isEqualTo(2);
            assertThat(otherScope.err()).contains("k1", "scope", "--run-key");
            assertThat(otherPolicy.exitCode()).isEqualTo(2);
            assertThat(otherPolicy.err()).contains("k1", "policy", "--run-key");
        }
    }

    @Test
    void aStoppedRunIsResumedByItsKey() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 30))) {
            program.cloud().faults("""
                    [{"action": "DeleteImage", "nth": 9, "times": 1, "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);
            var stopped = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            program.cloud().faults("[]");

            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(stopped.exitCode()).isEqualTo(4);
            assertThat(stopped.err()).contains("Forbidden.RAM");
            assertThat(stopped.outcome("PLANNED")).isPositive();
            assertThat(resumed.exitCode()).isZero();
            assertThat(resumed.json().path("runId")).isEqualTo(stopped.json().path("runId"));
            assertThat(resumed.outcome("DELETED")).isEqualTo(30);
            assertThat(program.calls("DeleteImage")).hasSize(31);
        }
    }

    private static long confirmed(ProgramUnderTest program) {
        return program.database()
                .jdbc()
                .sql("select count(*) from deletion_result where confirmed_at is not null")
                .query(Long.class)
                .single();
    }
}
