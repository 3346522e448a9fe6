package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cloud that answers badly: a patient client still gets everything done. */
class FaultyCloudIT {

    private static final String THROTTLED = """
            {"rate": 0.2, "seed": 5, "fault": "throttle", "delay": "50ms"}""";
    private static final String ERRORS = """
            {"rate": 0.2, "seed": 6, "fault": "error", "httpStatus": 500, "code": "InternalError"}""";
    private static final String CUT = """
            {"rate": 0.2, "seed": 7, "fault": "cut", "applied": true}""";

    @ParameterizedTest
    @ValueSource(strings = {THROTTLED, ERRORS, CUT})
    void noImageFailsThatAPatientClientWouldHaveDeleted(String fault) {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 60))) {
            program.cloud().faults("[" + fault + "]");

            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":60}");
            assertThat(program.imagesLeft()).isEmpty();
        }
    }

    @Test
    void anAccountAndRegionThatCannotBeReadIsSaidFirstAndTheRestGoesOn() {
        var state = new CloudState().old("old", 5).old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 4);
        try (var program = ProgramUnderTest.over(state)) {
            program.cloud().faults("""
                    [{"action": "DescribeImages", "regionId": "cn-beijing", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);

            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.err()).contains("missing: 1000000000000001/cn-beijing", "Forbidden.RAM");
            assertThat(answer.json().path("missing")).hasSize(1);
            assertThat(answer.outcome("DELETED")).isEqualTo(5);
            assertThat(answer.json().path("status").asString()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void anAccountWhoseRoleIsDeniedIsMissing() {
        var state = new CloudState().old("old", 3).old(CloudState.OTHER, CloudState.HANGZHOU, "old", 2);
        try (var program = ProgramUnderTest.over(state).account(1, CloudState.OTHER, "all")) {
            program.setting("--imagesweep.accounts[1].role-arn=acs:ram::1000000000000002:role/none");

            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.json().path("missing").get(0).asString()).contains(CloudState.OTHER);
            assertThat(answer.outcome("DELETED")).isEqualTo(3);
        }
    }

    @Test
    void anImageThatIsBusyIsCalledOnceMoreAndThenDeferred() {
        var state = new CloudState().old("old", 2).image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-busy", """
                "creationTime": "-P90D", "imageName": "busy", "busy": "copying"
                """);
        try (var program = ProgramUnderTest.over(state)) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.outcome("DEFERRED")).isEqualTo(1);
            assertThat(answer.outcome("DELETED")).isEqualTo(2);
            assertThat(program.calls("DeleteImage")).hasSize(4);
        }
    }
}
