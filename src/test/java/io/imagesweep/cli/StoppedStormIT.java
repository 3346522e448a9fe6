package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.ImageRemover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A deadline that comes while changes are under way and faults befall them: no fault of these opens a breaker, and the pace
 * leaves work for three times as long, so that nothing but the deadline can end the start.
 */
class StoppedStormIT {

    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final int RATE_PER_MINUTE = 60;
    private static final int IMAGES = (int) (3 * DEADLINE.toSeconds() * RATE_PER_MINUTE / 60) * 3;
    private static final Duration ARRIVED_BY_THEN = Duration.ofSeconds(1);

    @Test
    void startsNothingAfterTheDeadlineAndIsResumed() {
        try (var program = ProgramUnderTest.over(MixedChanges.state(IMAGES))
                .policy(MixedChanges.POLICY)
                .setting("--imagesweep.rate-per-minute=" + RATE_PER_MINUTE)) {
            program.cloud().faults(FaultStormIT.storm("expired-token"));

            var stopped = program.run(
                    "run", "--apply", "--run-key", "k1", "--deadline", DEADLINE.toSeconds() + "s", "--output", "json");
            assertStoppedByTheDeadline(program, stopped);
            assertNothingLate(
                    program,
                    Instant.parse(stopped.json().path("startedAt").asString()).plus(DEADLINE));

            program.setting("--imagesweep.rate-per-minute=6000");
            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(resumed.exitCode()).as(resumed.err()).isIn(0, 3);
            assertThat(resumed.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(resumed.json().path("candidates").asInt()).isEqualTo(IMAGES);
            MixedChanges.assertTrue(program);
        }
    }

    private static void assertStoppedByTheDeadline(ProgramUnderTest program, ProgramUnderTest.Answered stopped) {
        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(5);
        assertThat(stopped.json().path("status").asString()).isEqualTo("STOPPED");
        assertThat(stopped.json().path("stopReason").asString())
                .isEqualTo("the deadline of " + DEADLINE + " was reached; the same key resumes the run");
        assertThat(stopped.outcome("PLANNED")).isPositive();
        assertThat(program.mutatingCalls()).isNotEmpty();
    }

    /**
     * The call that is under way at the deadline started before it, and may last as long as a call can. What may follow its
     * end is one look at what it did, and the call that gives a taken image back: neither is new work. So nothing else that
     * changes something arrives after the deadline, and nothing at all once those calls have ended and their followers came.
     */
    private static void assertNothingLate(ProgramUnderTest program, Instant deadline) {
        assertThat(arrivals(program.mutatingCalls().stream()
                        .filter(call -> !call.path("parameters").has("AddAccount.1"))
                        .toList()))
                .allSatisfy(arrived -> assertThat(arrived).isBefore(deadline.plus(ARRIVED_BY_THEN)));
        assertThat(arrivals(program.control("GET", "calls", "").valueStream().toList()))
                .allSatisfy(arrived -> assertThat(arrived)
                        .isBefore(deadline.plus(ImageRemover.LONGEST_CALL).plus(ARRIVED_BY_THEN)));
    }

    private static List<Instant> arrivals(List<JsonNode> calls) {
        return calls.stream()
                .map(call -> Instant.parse(call.path("arrivedAt").asString()))
                .toList();
    }
}
