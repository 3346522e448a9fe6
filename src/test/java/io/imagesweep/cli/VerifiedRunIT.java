package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a record was altered by somebody who got past the triggers. */
class VerifiedRunIT {

    private static ProgramUnderTest deleted() {
        var program = ProgramUnderTest.over(new CloudState()
                .old("old", 3)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-used", """
                        "imageName": "used", "creationTime": "-P40D", "sharedWith": ["1000000000000003"]
                        """)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-young", "\"creationTime\": \"-P1D\""));
        assertThat(program.run("run", "--apply", "--run-key", "k1").exitCode()).isZero();
        return program;
    }

    private static void alter(ProgramUnderTest program, String sql) {
        program.database()
                .jdbc()
                .sql("set session_replication_role = replica; " + sql)
                .update();
    }

    @Test
    void aRecordThatNobodyTouchedIsIntact() {
        try (var program = deleted()) {
            var text = program.run("report", "--run-key", "k1", "--verify");
            var json = program.run("report", "--run-key", "k1", "--verify", "--output", "json");

            assertThat(text.exitCode()).as(text.err()).isZero();
            assertThat(text.out()).contains("Nothing of run ", " is seen to be altered: its plan hashes to ");
            assertThat(json.json().path("intact").asBoolean()).isTrue();
            assertThat(json.json().path("differences")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update deletion_result set reason = 'other' where image_id = 'm-young' | its plan was sealed as
            delete from deletion_result where image_id = 'm-young' | it ended with KEPT 2 and has 1 now
            update deletion_result set outcome = 'FAILED', confirmed_at = null where image_id = 'm-old-001' | it ended with FAILED 0 and has 1 now
            update cleanup_run set counts = counts - 'outcomes'                    | it ended with DELETED 0 and has 3 now
            update cleanup_run set counts = counts - 'outcomes', finished_at = null | it ended with DELETED 0 and has 3 now
            delete from deletion_attempt where image_id = 'm-old-001'              | with no accepted call on record: 1
            """)
    void whatWasAlteredIsSaid(String sql, String said) {
        try (var program = deleted()) {
            alter(program, sql);

            var answer = program.run("report", "--run-key", "k1", "--verify");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.out()).contains("was altered: ", said);
        }
    }

    @Test
    void aPlanIsVerifiedTooAndAReportIsNotWrittenBeside() {
        try (var program = deleted()) {
            var plan =
                    program.run("plan", "--output", "json").json().path("runId").asString();

            assertThat(program.run("report", plan, "--verify").exitCode()).isZero();
            var both = program.run("report", plan, "--verify", "--format", "csv");
            assertThat(both.exitCode()).isEqualTo(2);
            assertThat(both.err()).contains("--verify writes no report");
        }
    }
}
