package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Images that vanish without our doing: no sync, dry run or dead run hides that from the next live run. */
class PopulationDropIT {

    private static final String CAPS = "max-percent: 100, max-deletions: 10000, ramp-up: 10000";

    private final ProgramUnderTest program = ProgramUnderTest.over(new CloudState()
                    .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-0", "\"creationTime\": \"-P1D\""))
            .limits("{ max-population-drop: 30, " + CAPS + " }");

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void isSeenBehindASync() {
        there(10, 2);
        program.run("sync");
        there(3, 2);
        program.run("sync");
        program.run("sync");

        isStopped("3 candidates left of 10");
    }

    @Test
    void isSeenBehindADryRunWhateverItWouldLetPass() {
        there(10, 2);
        program.run("sync");
        there(3, 2);

        var dry = program.run("run");
        program.limits("{ max-population-drop: 100, " + CAPS + " }");
        program.run("run");
        program.limits("{ max-population-drop: 30, " + CAPS + " }");

        assertThat(dry.exitCode()).isZero();
        assertThat(dry.err()).contains("would stop: max-population-drop is 30", "3 candidates left of 10");
        isStopped("3 candidates left of 10");
    }

    @Test
    void isSeenBehindARunThatDiedBeforeItsPlanWasSealed() throws SQLException {
        there(10, 2);
        program.run("sync");
        there(3, 2);
        program.control("PUT", "settings", "{\"latency\": \"300ms\"}");
        program.control("DELETE", "calls", "");

        try (var dying = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1");
                var connection = program.database().dataSource().getConnection()) {
            assertThat(dying.reaches(() -> !program.calls("DescribeInstances").isEmpty()))
                    .isTrue();
            holdTheRun(connection);
            assertThat(dying.reaches(() -> isWaitingForTheRun(program))).isTrue();
            dying.kill();
        }

        assertThat(program.ledger("select status from imagesweep.cleanup_run")).containsExactly("PLANNING");
        assertThat(program.ledger("select population from imagesweep.sync_source where source = 'images'"))
                .containsExactly("3");
        isStopped("3 candidates left of 10");
    }

    @Test
    void isSeenWhereNothingIsLeft() {
        there(10, 2);
        program.run("sync");
        there(0, 0);

        isStopped("0 candidates left of 10");
    }

    @Test
    void stopsEachRunUntilTheLimitIsRaisedForOne() {
        there(10, 2);
        program.run("sync");
        there(3, 2);
        isStopped("3 candidates left of 10");
        isStopped("if they are rightly gone, for one live run raise limits.max-population-drop");

        program.limits("{ max-population-drop: 70, " + CAPS + " }");
        var accepted = program.run("run", "--apply", "--run-key", "accepted", "--output", "json");
        program.limits("{ max-population-drop: 30, " + CAPS + " }");
        there(1, 0);
        var after = program.run("run", "--apply", "--run-key", "after");

        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        assertThat(accepted.outcome("DELETED")).isEqualTo(2);
        assertThat(after.exitCode()).as(after.err()).isZero();
    }

    @Test
    void isMeasuredFromWhatAGuardLetPassAndFromWhatWeDeleted() {
        there(100, 10);
        assertThat(live("k1").outcome("DELETED")).isEqualTo(10);
        there(70, 10);
        assertThat(live("k2").exitCode()).isZero();
        program.run("run");
        there(45, 0);
        assertThat(program.run("run").err()).doesNotContain("would stop");
        there(32, 0);

        var answer = live("k3");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(program.ledger("select baseline from imagesweep.sync_source where source = 'images'"))
                .containsExactly("null");
    }

    @Test
    void isMeasuredFromAllThatIsThereAfterADropThatWasNone() {
        there(10, 2);
        program.run("sync");
        there(3, 2);
        program.run("sync");
        there(14, 2);
        program.run("sync");
        there(8, 2);

        isStopped("8 candidates left of 14");
    }

    /** The region then holds {@code images}, of which {@code old} are due. */
    private void there(int images, int old) {
        var all = IntStream.range(0, images)
                .mapToObj(n -> "{\"imageId\": \"m-%d\", \"creationTime\": \"-P%dD\"}".formatted(n, n < old ? 40 : 10))
                .collect(Collectors.joining(","));
        program.control(
                "PUT",
                "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU,
                "{\"regionId\": \"cn-hangzhou\", \"images\": [" + all + "]}");
    }

    private ProgramUnderTest.Answered live(String key) {
        return program.run("run", "--apply", "--run-key", key, "--output", "json");
    }

    private void isStopped(String sentence) {
        var answer = program.run("run", "--apply", "--output", "json");

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(4);
        assertThat(answer.json().path("stopReason").asString()).contains("max-population-drop is 30", sentence);
        assertThat(program.mutatingCalls()).isEmpty();
    }

    /** The seal, and each row of the plan before it, must wait. */
    private static void holdTheRun(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().execute("select from imagesweep.cleanup_run for update");
    }

    private static boolean isWaitingForTheRun(ProgramUnderTest program) {
        return !program.ledger(
                        "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .isEmpty();
    }
}
