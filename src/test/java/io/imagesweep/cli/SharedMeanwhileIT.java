package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Images that their owner shares while a run is about to delete them. */
class SharedMeanwhileIT {

    private static final String USERS = "[\"1000000000000003\"]";

    /** Shares all images that are there. */
    private static void share(ProgramUnderTest program) {
        var images = program.control("GET", "state", "")
                .at("/accounts/0/regions/0/images")
                .toString();
        assertThat(images).contains("\"sharedWith\":[]");
        program.control(
                "PUT",
                "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU,
                "{\"images\": " + images.replace("\"sharedWith\":[]", "\"sharedWith\":" + USERS) + "}");
    }

    private static void assertSkippedAsShared(ProgramUnderTest program, int images) {
        assertThat(program.ledger("select message from deletion_result where outcome = 'SKIPPED'"))
                .hasSize(images)
                .containsOnly("no longer qualifies: shared: other accounts may use it");
        assertThat(program.imagesLeft()).hasSize(images);
    }

    @Test
    void areSkippedWhenTheyAreSharedBetweenThePlanAndItsCalls() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 3))) {
            var plan =
                    program.run("plan", "--output", "json").json().path("runId").asString();
            share(program);

            var answer = program.run("apply", plan, "--yes", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().path("outcomes")).hasToString("{\"SKIPPED\":3}");
            assertSkippedAsShared(program, 3);
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void areSkippedWhenTheyAreSharedBetweenTwoCallsOnceTheListingIsOld() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 3))
                .setting("--imagesweep.sync.max-age=1s")
                .setting("--imagesweep.rate-per-minute=20")) {
            try (var run = ProgramProcess.start(program, "run", "--apply", "--output", "json")) {
                assertThat(run.reaches(() -> program.imagesLeft().size() == 2)).isTrue();
                share(program);

                assertThat(run.exitCode()).as(run.said()).isZero();
                assertThat(run.json().path("outcomes")).hasToString("{\"DELETED\":1,\"SKIPPED\":2}");
                assertSkippedAsShared(program, 2);
                assertThat(program.calls("DeleteImage")).hasSize(1);
            }
        }
    }
}
