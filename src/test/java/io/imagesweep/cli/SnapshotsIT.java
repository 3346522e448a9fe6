package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Snapshots behind images whose rule deletes them too. */
class SnapshotsIT {

    static final String POLICY =
            ProgramUnderTest.POLICY.replace("{ older-than: 30d }", "{ older-than: 30d }\n    delete-snapshots: true");

    private static CloudState state() {
        return new CloudState()
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-1", """
                        "imageName": "a", "creationTime": "-P40D", "snapshotIds": ["s-1", "s-2"]
                        """)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-2", """
                        "imageName": "b", "creationTime": "-P40D", "snapshotIds": ["s-3", "s-both"]
                        """)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-3", """
                        "imageName": "c", "creationTime": "-P40D", "tags": {"keep": ""}, "snapshotIds": ["s-both", "s-4"]
                        """);
    }

    private static List<String> snapshots(ProgramUnderTest program) {
        return program.control("GET", "state", "")
                .at("/accounts/0/regions/0/snapshots")
                .valueStream()
                .map(snapshot -> snapshot.path("snapshotId").asString())
                .sorted()
                .toList();
    }

    private static List<String> outcomes(ProgramUnderTest program) {
        return program.ledger("select snapshot_id || ' ' || outcome from snapshot_result order by 1");
    }

    @Test
    void goAfterTheirImagesAndStayWhereAnotherImageUsesThem() {
        try (var program = ProgramUnderTest.over(state()).policy(POLICY)) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":2,\"KEPT\":1}");
            assertThat(snapshots(program)).containsExactly("s-4", "s-both");
            assertThat(outcomes(program))
                    .containsExactly("s-1 DELETED", "s-2 DELETED", "s-3 DELETED", "s-both SKIPPED");
            assertThat(program.calls("DeleteSnapshot"))
                    .hasSize(3)
                    .allSatisfy(call ->
                            assertThat(call.path("parameters").has("Force")).isFalse());
            assertThat(attempts(program)).containsExactly("m-1 1 -", "m-1 2 s-1", "m-1 3 s-2", "m-2 1 -", "m-2 2 s-3");
        }
    }

    private static List<String> attempts(ProgramUnderTest program) {
        return program.ledger("""
                        select image_id || ' ' || attempt || ' ' || coalesce(snapshot_id, '-')
                        from deletion_attempt
                        order by 1
                        """);
    }

    @Test
    void areNeverTouchedUnasked() {
        try (var program = ProgramUnderTest.over(state())) {
            assertThat(program.run("run", "--apply").exitCode()).isZero();
            program.policy(POLICY);
            assertThat(program.run("run").exitCode()).isZero();

            assertThat(program.calls("DeleteSnapshot")).isEmpty();
            assertThat(snapshots(program)).hasSize(5);
        }
    }

    @Test
    void ofAnImageThatIsStillListedAreLeftToALaterRunOfAnyKey() {
        try (var program = ProgramUnderTest.over(state()).policy(POLICY)) {
            program.control("PUT", "settings", "{\"deletionLag\": \"1h\"}");
            var first = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            assertThat(first.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(program.calls("DeleteSnapshot")).isEmpty();

            program.control("PUT", "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU, """
                    {"images": [{"imageId": "m-3", "creationTime": "-P40D", "tags": {"keep": ""}}],
                     "snapshots": [{"snapshotId": "s-1"}, {"snapshotId": "s-3"}]}
                    """);
            program.policy(ProgramUnderTest.POLICY);
            var second = program.run("run", "--apply", "--run-key", "k2", "--output", "json");

            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(snapshots(program)).isEmpty();
            assertThat(outcomes(program))
                    .containsExactly("s-1 DELETED", "s-2 ALREADY_GONE", "s-3 DELETED", "s-both ALREADY_GONE");
        }
    }

    @Test
    void areNotDeletedByWhoUndoesSomething() {
        var soft = """
                rules:
                  - name: soft
                    match: { names: ["c"] }
                    delete-when: { older-than: 30d }
                    action: deprecate
                    grace: 1h""";
        try (var program = ProgramUnderTest.over(state())
                .policy(POLICY.replace("tags: { keep: \"*\" }", "family-floor: 0")
                        .replace("rules:", soft))) {
            program.control("PUT", "settings", "{\"deletionLag\": \"3s\"}");
            var run = program.run("run", "--apply", "--output", "json");
            assertThat(run.json().path("outcomes")).hasToString("{\"DELETED\":2,\"DEPRECATED\":1}");
            await().until(() -> program.imagesLeft().equals(List.of("m-3")));

            var restored = program.run("restore", run.json().path("runId").asString(), "--apply", "--output", "json");

            assertThat(restored.outcome("RESTORED")).as(restored.err()).isEqualTo(1);
            assertThat(program.calls("DeleteSnapshot")).isEmpty();
        }
    }

    @Test
    void thatCannotBeDeletedAreSaid() {
        try (var program = ProgramUnderTest.over(state()).policy(POLICY)) {
            program.setting("--imagesweep.max-attempts=2");
            program.cloud().faults("""
                    [{"action": "DeleteSnapshot", "fault": "error", "httpStatus": 403, "code": "SnapshotCreatedImage"}]
                    """);
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(3);
            assertThat(answer.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(answer.outcome("DELETED")).isEqualTo(2);
            assertThat(answer.err()).contains("could not be deleted", "SnapshotCreatedImage");
            assertThat(answer.json().path("missing").toString()).contains("could not be deleted");
            var report = program.run("report", answer.json().path("runId").asString(), "--format", "json");
            assertThat(report.json().path("snapshots").valueStream().map(JsonNode::toString))
                    .anySatisfy(row -> assertThat(row).contains("FAILED", "SnapshotCreatedImage"));
        }
    }

    @Test
    void thatFailedBeforeAStopAreFailuresOfTheWholeRun() {
        var careful = POLICY.replace("max-percent:", "max-failures: 1, max-percent:");
        try (var program = ProgramUnderTest.over(state()).policy(careful)) {
            program.setting("--imagesweep.max-attempts=1").setting("--imagesweep.max-in-flight=1");
            program.cloud().faults("""
                    [{"action": "DeleteSnapshot", "fault": "error", "httpStatus": 403, "code": "SnapshotCreatedImage"}]
                    """);
            var stopped = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            program.cloud().faults("[]");
            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(4);
            assertThat(outcomes(program)).contains("s-both SKIPPED").anyMatch(row -> row.endsWith("FAILED"));
            assertThat(resumed.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(3);
        }
    }

    @Test
    void thatCouldNotBeListedForAWhileAreNotMissingLater() {
        try (var program = ProgramUnderTest.over(state()).policy(POLICY)) {
            program.setting("--imagesweep.max-attempts=1");
            program.cloud().faults("""
                    [{"action": "DescribeSnapshots", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);
            var stopped = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            program.cloud().faults("[]");
            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(stopped.json().path("missing").toString()).contains("snapshots: ", "Forbidden.RAM");
            assertThat(resumed.exitCode()).as(resumed.err()).isZero();
            assertThat(resumed.json().path("missing")).isEmpty();
        }
    }

    @Test
    void stopTheRunWhenTheyMayNotBeDeletedAndGoWhenItIsStartedAgain() {
        try (var program = ProgramUnderTest.over(state()).policy(POLICY)) {
            program.cloud().faults("""
                    [{"action": "DeleteSnapshot", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);
            var denied = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            program.cloud().faults("[]");
            var allowed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(denied.exitCode()).isEqualTo(4);
            assertThat(denied.json().path("status").asString()).isEqualTo("STOPPED");
            assertThat(denied.outcome("DELETED")).isEqualTo(2);
            assertThat(allowed.exitCode()).as(allowed.err()).isZero();
            assertThat(allowed.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(snapshots(program)).containsExactly("s-4", "s-both");
        }
    }
}
