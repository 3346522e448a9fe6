package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** Answers of a process that is killed while it repeats a call: each is on record, and the next start numbers on. */
class AnsweredCallsIT {

    private static final String BUSY = "\"httpStatus\": 403, \"code\": \"SnapshotCreatedImage\"";
    private static final String DOWN = "\"httpStatus\": 503, \"code\": \"ServiceUnavailable\"";

    private static ProgramUnderTest cloud(String more) {
        var state = new CloudState().image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-1", """
                "imageName": "a", "creationTime": "-P40D" %s
                """.formatted(more));
        var program = ProgramUnderTest.over(state).setting("--imagesweep.max-attempts=50");
        program.database().migrate();
        return program;
    }

    private static List<String> recorded(ProgramUnderTest program, String action) {
        return program.ledger("select attempt from deletion_attempt where action = '" + action + "' order by attempt");
    }

    /** Kills a start while each call of {@code action} fails, once two more answers of it are on record, or were long due. */
    private static void killWhileItRepeats(ProgramUnderTest program, String action, String error) {
        program.cloud().faults("[{\"action\": \"" + action + "\", \"fault\": \"error\", " + error + "}]");
        int calls = program.calls(action).size();
        int answers = recorded(program, action).size();
        try (var start = ProgramProcess.start(program, "run", "--apply", "--run-key", "k1")) {
            assertThat(start.reaches(() -> recorded(program, action).size() >= answers + 2
                            || program.calls(action).size() > calls + 4))
                    .as(start.said())
                    .isTrue();
            start.kill();
        }
        program.cloud().faults("[]");
        assertThat(recorded(program, action)).hasSizeGreaterThanOrEqualTo(answers + 2);
    }

    private static void assertEndedAndNumberedOn(ProgramUnderTest program, String action) {
        ProgramProcess.toItsEnd(program, "run", "--apply", "--run-key", "k1");
        assertThat(recorded(program, action)).hasSizeGreaterThanOrEqualTo(3);
        var all = program.ledger("select attempt from deletion_attempt order by attempt");
        assertThat(all)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, all.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Execution(CONCURRENT)
    @Test
    void areThoseForASnapshot() {
        try (var program = cloud(", \"snapshotIds\": [\"s-1\"]").policy(SnapshotsIT.POLICY)) {
            killWhileItRepeats(program, "DeleteSnapshot", BUSY);

            assertEndedAndNumberedOn(program, "DeleteSnapshot");
            assertThat(program.ledger("select outcome from snapshot_result")).containsExactly("DELETED");
        }
    }

    @Execution(CONCURRENT)
    @Test
    void areThoseThatTakeAnImageFromItsUsersAndThoseThatGiveItBack() {
        try (var program = cloud(", \"sharedWith\": [\"1000000000000003\"]").policy(UnshareIT.POLICY)) {
            killWhileItRepeats(program, "ModifyImageSharePermission", DOWN);
            killWhileItRepeats(program, "ModifyImageSharePermission", DOWN);

            assertEndedAndNumberedOn(program, "ModifyImageSharePermission");
            assertThat(program.ledger("select outcome from unshared_image order by turn"))
                    .containsExactly("PUT_BACK", "GONE");
        }
    }

    @Execution(CONCURRENT)
    @Test
    void areThoseThatHideAnImage() {
        try (var program = cloud("").policy(SoftStageIT.POLICY)) {
            killWhileItRepeats(program, "ModifyImageAttribute", DOWN);

            assertEndedAndNumberedOn(program, "ModifyImageAttribute");
        }
    }
}
