package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An image that is there no more. */
class ExplainedPastIT {

    @Test
    void anImageThatARunDeletedIsToldByThatRun() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            var run = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            var answer = program.run("explain", CloudState.HANGZHOU, "m-old-000");
            var never = program.run("explain", CloudState.HANGZHOU, "m-never");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err())
                    .contains(
                            "m-old-000", "any longer", run.json().path("runId").asString(), "k1", "DELETED");
            assertThat(never.err()).contains("m-never", "imagesweep sync").doesNotContain("any longer");
        }
    }
}
