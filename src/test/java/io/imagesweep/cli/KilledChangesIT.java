package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void loseNothing(long seed) {
        try (var program = slowCloud();
                var first = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
            int moment = moment(seed, 170);
            assertThat(first.reaches(() -> program.mutatingCalls().size() >= moment))
                    .isTrue();
            first.kill();

            var second = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(second.json().path("outcomes")).hasToString("{\"DELETED\":60,\"DEPRECATED\":30}");
            MixedChanges.assertTrue(program);
            assertThat(program.ledger("select distinct outcome from snapshot_result"))
                    .containsExactly("DELETED");
        }
    }

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
            var second = program.run("run", "--apply", "--run-key", "k2", "--output", "json");

            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(program.ledger("select distinct outcome from unshared_image where outcome = 'TAKEN'"))
                    .isEmpty();
            assertThat(program.ledger("select image_id from deletion_result where outcome = 'CALLING'"))
                    .isEmpty();
            assertThat(program.ledger("""
                    select s.outcome from snapshot_result s where s.outcome = 'PLANNED'
                    """)).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void restoreEachImageThatWasHidden(long seed) {
        try (var program = slowCloud()) {
            var hidden = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            var run = hidden.json().path("runId").asString();
            int before = program.calls("ModifyImageAttribute").size();
            try (var first = ProgramProcess.start(program, "restore", run, "--apply")) {
                int moment = before + moment(seed, 30);
                assertThat(first.reaches(
                                () -> program.calls("ModifyImageAttribute").size() >= moment))
                        .isTrue();
                first.kill();
            }

            var second = program.run("restore", run, "--apply", "--output", "json");

            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.json().path("outcomes")).hasToString("{\"RESTORED\":30}");
            assertThat(program.control("GET", "state", "").toString()).doesNotContain("\"status\":\"Deprecated\"");
        }
    }
}
