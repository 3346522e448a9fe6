package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Images that are protected while their calls wait. */
class LateApprovalIT {

    @Test
    void areNotDeletedOnAListingThatGrewOldInAPause() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 5))
                .setting("--imagesweep.sync.max-age=1s")
                .setting("--imagesweep.max-in-flight=2")) {
            program.cloud().faults("""
                    [{"action": "DeleteImage", "fault": "throttle", "delay": "4s", "times": 2}]
                    """);
            try (var run = ProgramProcess.start(program, "run", "--apply", "--output", "json")) {
                assertThat(run.reaches(() -> !program.calls("DeleteImage").isEmpty()))
                        .isTrue();
                var state = program.control("GET", "state", "")
                        .at("/accounts/0/regions/0")
                        .toString();
                program.control(
                        "PUT",
                        "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU,
                        state.replaceAll("\"tags\":\\{}", "\"tags\":{\"keep\":\"now\"}"));

                assertThat(run.exitCode()).as(run.said()).isZero();
                assertThat(run.json().path("outcomes")).hasToString("{\"SKIPPED\":5}");
                assertThat(program.imagesLeft()).hasSize(5);
            }
        }
    }
}
