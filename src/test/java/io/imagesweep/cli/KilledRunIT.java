package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A run that is killed at a random moment; {@code -Dtest.kills=20} tries more of them. */
class KilledRunIT {

    private static final int IMAGES = 150;
    private static final int IN_FLIGHT = 16;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("test.kills", 3));
    }

    private static ProgramUnderTest slowCloud() {
        var program = ProgramUnderTest.over(
                        new CloudState().old("old", IMAGES).old(CloudState.ACCOUNT, CloudState.BEIJING, "old", IMAGES))
                .setting("--imagesweep.max-in-flight=" + IN_FLIGHT)
                .setting("--imagesweep.rate-per-minute=3000");
        program.control("PUT", "settings", "{\"latency\": \"p50=50ms,p99=500ms\"}");
        return program;
    }

    @Execution(CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesNothingWhenItIsKilledAndStartedAgain(long seed) {
        int moment = RandomGeneratorFactory.of("L64X128MixRandom").create(seed).nextInt(1, 2 * IMAGES);
        try (var program = slowCloud();
                var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
            assertThat(first.reaches(() -> program.calls("DeleteImage").size() >= moment))
                    .isTrue();
            first.kill();

            var second = ProgramProcess.toItsEnd(program, "run", "--apply", "--run-key", "k1");

            assertThat(second.path("outcomes")).hasToString("{\"DELETED\":" + 2 * IMAGES + "}");
            assertThat(program.imagesLeft()).isEmpty();
            assertThat(repeatedCalls(program))
                    .allSatisfy((_, repeated) -> assertThat(repeated).isLessThanOrEqualTo(IN_FLIGHT));
        }
    }

    @Execution(CONCURRENT)
    @Test
    void aSignalStopsItAndNothingIsRepeated() {
        try (var program = slowCloud();
                var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1", "--output", "json")) {
            first.reaches(() -> program.calls("DeleteImage").size() >= 20);
            int code = first.terminate();

            var second = ProgramProcess.toItsEnd(program, "run", "--apply", "--run-key", "k1");

            assertThat(code).isEqualTo(143);
            assertThat(first.json().path("status").asString()).isEqualTo("STOPPED");
            assertThat(first.json().path("outcomes").path("CALLING").isMissingNode())
                    .isTrue();
            assertThat(second.path("outcomes").path("DELETED").asInt()).isEqualTo(2 * IMAGES);
            assertThat(program.calls("DeleteImage")).hasSize(2 * IMAGES);
        }
    }

    @Execution(CONCURRENT)
    @Test
    void whileOneRunHoldsTheKeyAnotherIsRefused() {
        try (var program = slowCloud().setting("--imagesweep.rate-per-minute=60");
                var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
            first.reaches(() -> !program.calls("DeleteImage").isEmpty());

            assertRefused(program, "k1", "k1");
            assertRefused(program, "k2", CloudState.HANGZHOU, CloudState.BEIJING);
            assertThat(first.terminate()).as(first.said()).isEqualTo(143);
            assertThat(first.said()).doesNotContain("lock");
        }
    }

    private static void assertRefused(ProgramUnderTest program, String key, String... held) {
        try (var other = ProgramProcess.start(program, "run", "--apply", "--run-key", key)) {
            assertThat(other.exitCode()).isEqualTo(6);
            assertThat(other.said()).contains(held);
        }
    }

    private static Map<String, Long> repeatedCalls(ProgramUnderTest program) {
        var images = program.calls("DeleteImage").stream()
                .collect(Collectors.groupingBy(
                        KilledRunIT::region, Collectors.groupingBy(KilledRunIT::image, Collectors.counting())));
        return images.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        region -> region.getValue().values().stream()
                                .mapToLong(calls -> calls - 1)
                                .sum()));
    }

    private static String region(JsonNode call) {
        return call.path("regionId").asString();
    }

    private static String image(JsonNode call) {
        return call.path("parameters").path("ImageId").asString();
    }
}
