package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Shared images that a start took from twelve accounts and could not give back, and what later starts make of them. */
class OwedSharesIT {

    private static final String UNKNOWN = "\"fault\": \"error\", \"httpStatus\": 403, \"code\": \"NobodyKnowsThis\"";
    private static final String DENIED = "\"fault\": \"error\", \"httpStatus\": 403, \"code\": \"Forbidden.RAM\"";

    /** The first fault of the list that strikes is it, so a later one counts only the calls that those before it spare. */
    private static String fault(int nth, String fault) {
        return "{\"action\": \"ModifyImageSharePermission\", \"nth\": %d, \"times\": 1, %s}".formatted(nth, fault);
    }

    private static ProgramUnderTest busyCloud() {
        return ProgramUnderTest.over(UnshareIT.shared(", \"busy\": \"copying\""))
                .policy(UnshareIT.POLICY);
    }

    /** Ten are taken, the call for two more is denied, and so is the one that gives the ten back. */
    private static void leaveTenWithoutIt(ProgramUnderTest program) {
        program.cloud().faults("[" + fault(2, DENIED) + "," + fault(2, DENIED) + "]");
        assertThat(program.run("run", "--apply", "--run-key", "k1").exitCode()).isEqualTo(4);
        assertThat(UnshareIT.sharedWith(program)).hasSize(2);
        assertThat(UnshareIT.records(program)).containsExactly("TAKEN 12");
    }

    private static void assertGivenBack(ProgramUnderTest program) {
        assertThat(UnshareIT.sharedWith(program)).hasSize(12);
        assertThat(UnshareIT.records(program))
                .contains("PUT_BACK 12")
                .allMatch(record -> record.startsWith("PUT_BACK"));
    }

    @Test
    void areOwedToAllWhenTheSameRunTakesThemFromFewer() {
        try (var program = busyCloud()) {
            leaveTenWithoutIt(program);
            program.cloud().faults("[" + fault(1, UNKNOWN) + "]");

            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(resumed.outcome("DEFERRED")).isEqualTo(1);
            assertGivenBack(program);
        }
    }

    @Test
    void areOwedToAllWhenTwoMoreStartsFail() {
        try (var program = busyCloud()) {
            leaveTenWithoutIt(program);
            program.cloud().faults("[" + fault(1, UNKNOWN) + "," + fault(2, DENIED) + "]");
            assertThat(program.run("run", "--apply", "--run-key", "k1").exitCode())
                    .isEqualTo(4);

            var third = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(third.exitCode()).as(third.err()).isZero();
            assertGivenBack(program);
        }
    }

    @Test
    void areOwedToAllWhenARunOfAnotherKeyTakesThemFromFewer() {
        try (var program = busyCloud()) {
            leaveTenWithoutIt(program);
            program.cloud().faults("[" + fault(1, UNKNOWN) + "]");
            assertThat(program.run("run", "--apply", "--run-key", "k2").exitCode())
                    .isEqualTo(3);
            assertThat(UnshareIT.records(program)).contains("TAKEN 12");

            var third = program.run("run", "--apply", "--run-key", "k3");

            assertThat(third.exitCode()).as(third.err()).isZero();
            assertGivenBack(program);
        }
    }

    @Test
    void areOwedToAllWhenTheProcessIsKilledInBetween() {
        try (var program = busyCloud()) {
            program.cloud().faults("""
                    [{"action": "DeleteImage", "imageId": "m-1", "fault": "hang", "delay": "30s"}]
                    """);
            try (var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
                assertThat(first.reaches(() -> program.calls("DeleteImage").stream()
                                .anyMatch(call -> call.path("parameters")
                                        .path("ImageId")
                                        .asString()
                                        .equals("m-1"))))
                        .isTrue();
                first.kill();
            }
            assertThat(UnshareIT.sharedWith(program)).isEmpty();
            program.cloud().faults("[" + fault(1, UNKNOWN) + "]");

            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(resumed.outcome("DEFERRED")).isEqualTo(1);
            assertGivenBack(program);
        }
    }
}
