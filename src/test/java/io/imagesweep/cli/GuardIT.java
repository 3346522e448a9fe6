package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.cli.ProgramUnderTest.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cap is exceeded once, and reached exactly once. */
class GuardIT {

    private static final String WIDE =
            "max-percent: 100, max-deletions: 10000, max-deletions-per-run: 10000, ramp-up: 10000";

    private static CloudState twoRegions() {
        return new CloudState()
                .old("old", 10)
                .old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 4)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-young", "\"creationTime\": \"-P1D\"");
    }

    @ParameterizedTest
    @CsvSource({
        "max-deletions, 9, 10",
        "max-deletions-per-run, 13, 14",
        "max-percent, 90, 10",
    })
    void anExceededCapStopsTheRunBeforeItsFirstDeletion(String cap, int value, String figure) {
        try (var program = ProgramUnderTest.over(twoRegions()).limits(limits(cap, value))) {
            var answer = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(4);
            assertThat(answer.json().path("status").asString()).isEqualTo("GUARDED");
            assertThat(answer.err()).contains(cap, String.valueOf(value), figure, "--limit");
            assertThat(answer.json().path("stopReason").asString()).contains(cap);
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"max-deletions, 10", "max-deletions-per-run, 14", "max-percent, 91"})
    void aReachedCapStopsNothing(String cap, int value) {
        try (var program = ProgramUnderTest.over(new CloudState()
                        .old("old", 10)
                        .old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 4)
                        .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-young", "\"creationTime\": \"-P1D\""))
                .limits(limits(cap, value))) {
            assertThat(program.run("run", "--apply").exitCode()).isZero();
        }
    }

    @Test
    void aDryRunSaysThatItWouldStop() {
        try (var program = ProgramUnderTest.over(twoRegions()).limits(limits("max-deletions", 9))) {
            var answer = program.run("run", "--output", "json");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.err()).contains("would stop", "max-deletions");
        }
    }

    @Test
    void aGuardedRunThatCalledNothingFreesItsKey() {
        try (var program = ProgramUnderTest.over(twoRegions()).limits(limits("max-deletions", 9))) {
            program.run("run", "--apply", "--run-key", "k1");
            program.limits("{ " + WIDE + " }");

            var again = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(again.exitCode()).isZero();
            assertThat(again.outcome("DELETED")).isEqualTo(14);
        }
    }

    @Test
    void onExceededRegionStopsThatRegionAlone() {
        try (var program = ProgramUnderTest.over(twoRegions())
                .limits("{ on-exceeded: region, " + WIDE.replace("max-deletions: 10000", "max-deletions: 9") + " }")) {
            var answer = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            var again = program.run("run", "--apply", "--run-key", "k1");

            assertThat(answer.exitCode()).isEqualTo(4);
            assertThat(answer.json().path("status").asString()).isEqualTo("GUARDED");
            assertThat(answer.outcome("DELETED")).isEqualTo(4);
            assertThat(answer.outcome("PLANNED")).isEqualTo(10);
            assertThat(program.calls("DeleteImage")).hasSize(4);
            assertThat(again.exitCode()).isEqualTo(4);
        }
    }

    @Test
    void aPopulationThatDroppedStopsTheRun() {
        try (var program = ProgramUnderTest.over(twoRegions()).limits("{ max-population-drop: 30, " + WIDE + " }")) {
            program.run("sync");
            program.control("PUT", "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU, """
                    {"regionId": "cn-hangzhou", "images": [{"imageId": "m-left", "creationTime": "-P90D"}]}
                    """);

            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(4);
            assertThat(answer.err()).contains("max-population-drop", "30");
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void tooManyFailuresStopTheAccountAndRegion() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 40))
                .limits("{ max-failures: 2, " + WIDE + " }")
                .setting("--imagesweep.max-in-flight=1")) {
            program.cloud().faults("""
                    [{"action": "DeleteImage", "fault": "error", "httpStatus": 403, "code": "NobodyHasSeenThis"}]
                    """);

            Answered answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(4);
            assertThat(answer.err()).contains("max-failures");
            assertThat(answer.outcome("FAILED")).isEqualTo(3);
            assertThat(answer.outcome("PLANNED")).isEqualTo(37);
        }
    }

    @Test
    void theRampUpLetsOnlyTheOldestGoUntilOneRunEndedWell() {
        try (var program = ProgramUnderTest.over(twoRegions())
                .limits("{ " + WIDE.replace("ramp-up: 10000", "ramp-up: 3") + " }")) {
            var first = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            var second = program.run("run", "--apply", "--run-key", "k2", "--output", "json");

            assertThat(first.outcome("DELETED")).isEqualTo(6);
            assertThat(first.err())
                    .contains("note: 1000000000000001/cn-hangzhou", "only the 3 oldest of 10", "limits.ramp-up");
            assertThat(second.outcome("DELETED")).isEqualTo(8);
        }
    }

    private static String limits(String cap, int value) {
        var others = WIDE.replaceAll(cap + ": [0-9]+(, )?", "");
        return "{ " + cap + ": " + value + ", " + others + " }";
    }
}
