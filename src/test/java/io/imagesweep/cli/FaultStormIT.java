package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every fault at 5 % of the calls of every action that changes something; {@code -Dtest.deletions=5000} makes it long. */
class FaultStormIT {

    private static final int IMAGES = Integer.getInteger("test.deletions", 90);
    private static final Duration DEADLINE = Duration.ofSeconds(Integer.getInteger("test.deadline", 8));
    private static final int MOST_STARTS = 100;
    private static final Duration STARTED_BY_THEN = Duration.ofSeconds(1);

    private static final List<String> FAULTS = List.of(
            "\"fault\": \"error\", \"httpStatus\": 500, \"code\": \"InternalError\"",
            "\"fault\": \"error\", \"httpStatus\": 503, \"code\": \"ServiceUnavailable\", \"applied\": true",
            "\"fault\": \"html\"",
            "\"fault\": \"empty\", \"applied\": true",
            "\"fault\": \"cut\", \"applied\": true",
            "\"fault\": \"reset\"",
            "\"fault\": \"close\", \"applied\": true",
            "\"fault\": \"hang\", \"delay\": \"11s\"",
            "\"fault\": \"drip\", \"delay\": \"50ms\", \"applied\": true",
            "\"fault\": \"slow\", \"delay\": \"1s\", \"applied\": true",
            "\"fault\": \"throttle\", \"delay\": \"50ms\"",
            "\"fault\": \"expired-token\"");

    /** @param spared a kind of fault that is left out */
    static String storm(String spared) {
        return Stream.of("DeleteImage", "ModifyImageAttribute", "ModifyImageSharePermission", "DeleteSnapshot")
                .flatMap(action -> FAULTS.stream()
                        .filter(fault -> !fault.contains("\"" + spared + "\""))
                        .map(fault -> "{\"action\": \"%s\", \"rate\": 0.05, \"seed\": %d, %s}"
                                .formatted(action, FAULTS.indexOf(fault), fault)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void everyRecordIsTrueNothingStartsAfterTheDeadlineAndNothingIsLeftBehind() {
        try (var program = ProgramUnderTest.over(MixedChanges.state(IMAGES))
                .policy(MixedChanges.POLICY)
                .setting("--imagesweep.max-in-flight=64")) {
            program.run("plan");
            var before = Held.now();
            program.cloud().faults(storm("none"));

            var first = program.run(
                    "run", "--apply", "--run-key", "k1", "--deadline", DEADLINE.toSeconds() + "s", "--output", "json");
            assertNothingLate(program, first.json());
            var second = toTheEnd(program);

            assertThat(second.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(second.json().path("candidates").asInt()).isEqualTo(IMAGES);
            MixedChanges.assertTrue(program);
            await(() -> Held.now().isAtMost(before));
            assertThat(Held.now()).matches(held -> held.isAtMost(before), "no more than " + before);
        }
    }

    /** A token that is refused again right after its renewal opens the breaker, as it should: the same key goes on. */
    private static ProgramUnderTest.Answered toTheEnd(ProgramUnderTest program) {
        for (int start = 0; start < MOST_STARTS; start++) {
            var answer = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            if (answer.exitCode() != 4) {
                assertThat(answer.exitCode()).as(answer.err()).isIn(0, 3);
                return answer;
            }
            assertThat(answer.json().path("stopReason").asString()).contains("InvalidSecurityToken");
        }
        throw new AssertionError("the run did not end in " + MOST_STARTS + " starts");
    }

    /** What is being given back to those who used an image may come later: that is no new work. */
    private static void assertNothingLate(ProgramUnderTest program, JsonNode run) {
        var latest =
                Instant.parse(run.path("startedAt").asString()).plus(DEADLINE).plus(STARTED_BY_THEN);
        assertThat(program.mutatingCalls().stream()
                        .filter(call -> !call.path("parameters").has("AddAccount.1"))
                        .map(call -> Instant.parse(call.path("arrivedAt").asString())))
                .allSatisfy(arrived -> assertThat(arrived).isBefore(latest));
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plusSeconds(90);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    /** What this process holds. */
    private record Held(int threads, long sockets) {

        static Held now() {
            try (var files = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(
                        Thread.getAllStackTraces().size(),
                        files.filter(Held::isSocket).count());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isAtMost(Held other) {
            return threads <= other.threads && sockets <= other.sockets;
        }

        private static boolean isSocket(Path file) {
            try {
                return Files.readSymbolicLink(file).toString().startsWith("socket:");
            } catch (IOException _) {
                return false; // closed meanwhile
            }
        }
    }
}
