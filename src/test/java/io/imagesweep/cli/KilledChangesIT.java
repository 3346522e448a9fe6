package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that hide, unshare, delete and delete snapshots, killed at a random moment; {@code -Dtest.kills=20} tries more of them. */
class KilledChangesIT {

    private static final int IMAGES = 90;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("test.kills", 3));
    }

    private static ProgramUnderTest slowCloud() {
        var program = ProgramUnderTest.over(MixedChanges.state(IMAGES))
                .policy(MixedChanges.POLICY)
                .setting("--imagesweep.max-in-flight=16")
                .setting("--imagesweep.rate-per-minute=3000");
        program.control("PUT", "settings", "{\"latency\": \"p50=50ms,p99=500ms\"}");
        return program;
    }

    /** In all, 30 are hidden, 60 deleted with a snapshot each, and half of these taken from others before. */
    private static int moment(long seed, int calls) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed).nextInt(1, calls);
    }

    @Execution(CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void loseNothing(long seed) {
        try (var program = slowCloud();
                var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
            int moment = moment(seed, 170);
            assertThat(first.reaches(() -> program.mutatingCalls().size() >= moment))
                    .isTrue();
            first.kill();

            var second = ProgramProcess.toItsEnd(program, "run", "--apply", "--run-key", "k1");

            assertThat(second.path("status").asString()).isEqualTo("COMPLETED");
            assertThat(second.path("outcomes")).hasToString("{\"DELETED\":60,\"DEPRECATED\":30}");
            MixedChanges.assertTrue(program);
            assertThat(program.ledger("select distinct outcome from snapshot_result"))
                    .containsExactly("DELETED");
        }
    }

    @Execution(CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void giveImagesBackThoughTheirKeyNeverComesAgain(long seed) {
        try (var program = slowCloud();
                var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
            int moment = moment(seed, 60);
            assertThat(first.reaches(
                            () -> program.calls("ModifyImageSharePermission").size() >= 1
                                    && program.mutatingCalls().size() >= moment))
                    .isTrue();
            first.kill();

            program.policy(MixedChanges.POLICY.replace("older-than: 30d", "older-than: 300d"));
            ProgramProcess.toItsEnd(program, "run", "--apply", "--run-key", "k2");

            MixedChanges.assertShares(program);
            assertThat(program.ledger("select image_id from deletion_result where outcome = 'CALLING'"))
                    .isEmpty();
            assertThat(program.ledger("""
                    select s.outcome from snapshot_result s where s.outcome = 'PLANNED'
                    """)).isEmpty();
        }
    }

    @Execution(CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void restoreEachImageThatWasHidden(long seed) {
        try (var program = slowCloud()) {
            var hidden = ProgramProcess.toItsEnd(program, "run", "--apply", "--run-key", "k1");
            var run = hidden.path("runId").asString();
            int before = program.calls("ModifyImageAttribute").size();
            try (var first = ProgramProcess.start(program, "restore", run, "--apply")) {
                int moment = before + moment(seed, 30);
                assertThat(first.reaches(
                                () -> program.calls("ModifyImageAttribute").size() >= moment))
                        .isTrue();
                first.kill();
            }

            var second = ProgramProcess.toItsEnd(program, "restore", run, "--apply");

            assertThat(second.path("outcomes")).hasToString("{\"RESTORED\":30}");
            assertThat(program.control("GET", "state", "").toString()).doesNotContain("\"status\":\"Deprecated\"");
        }
    }
}
