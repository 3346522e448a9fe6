package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that reach only a part of what they should: what is left keeps its key open. */
class PartlyReachedRunIT {

    private static final String BEIJING_DENIES = """
            [{"action": "DeleteImage", "regionId": "cn-beijing", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
            """;

    @TempDir
    private Path folder;

    private static CloudState twoRegions() {
        return new CloudState().old("old", 6).old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 4);
    }

    @Test
    void aBreakerInOneRegionLetsTheOthersFinishAndBeConfirmed() {
        try (var program = ProgramUnderTest.over(twoRegions())) {
            program.cloud().faults(BEIJING_DENIES);

            var answer = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(4);
            assertThat(answer.json().path("status").asString()).isEqualTo("STOPPED");
            assertThat(answer.outcome("DELETED")).isEqualTo(6);
            assertThat(answer.outcome("PLANNED")).isEqualTo(4);
            assertThat(program.database()
                            .jdbc()
                            .sql("select count(*) from deletion_result where confirmed_at is not null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(6);
        }
    }

    @Test
    void aResumeThatCannotAskForTheRegionsStillKnowsThoseOfItsRows() {
        try (var program = ProgramUnderTest.over(twoRegions())) {
            program.cloud().faults(BEIJING_DENIES);
            program.run("run", "--apply", "--run-key", "k1");
            program.cloud().faults("""
                    [{"action": "DescribeRegions", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);

            var resumed = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(resumed.exitCode()).isEqualTo(3);
            assertThat(resumed.outcome("DELETED")).isEqualTo(10);
        }
    }

    @Test
    void aResumeWithoutOneOfItsAccountsCanBeResumedAgain() {
        var state = new CloudState().old("old", 3).old(CloudState.OTHER, CloudState.HANGZHOU, "old", 2);
        try (var program = ProgramUnderTest.over(state).account(1, CloudState.OTHER, "all")) {
            program.cloud().faults("""
                    [{"action": "DeleteImage", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);
            program.run("run", "--apply", "--run-key", "k1");
            program.cloud().faults("[]");
            var without = program.without("--imagesweep.accounts[1]")
                    .run("run", "--apply", "--run-key", "k1", "--output", "json");

            var whole = program.account(1, CloudState.OTHER, "all")
                    .run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(without.exitCode()).isEqualTo(3);
            assertThat(without.json().path("status").asString()).isEqualTo("STOPPED");
            assertThat(without.outcome("PLANNED")).isEqualTo(2);
            assertThat(whole.exitCode()).isZero();
            assertThat(whole.outcome("DELETED")).isEqualTo(5);
        }
    }

    @Test
    void aRunThatReachesNothingIsNotDone() {
        try (var program = ProgramUnderTest.over(twoRegions())) {
            program.cloud().faults("""
                    [{"action": "AssumeRole", "fault": "error", "httpStatus": 403, "code": "NoPermission"}]
                    """);
            var nothing = program.run("run", "--apply", "--run-key", "k1", "--output", "json");
            program.cloud().faults("[]");
            program.run("sync");

            var again = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(nothing.exitCode()).isEqualTo(3);
            assertThat(nothing.json().path("planHash").isNull()).isTrue();
            assertThat(again.exitCode()).isZero();
            assertThat(again.outcome("DELETED")).isEqualTo(10);
        }
    }

    @Test
    void aListWhoseRegionCannotBeReadIsNotDone() throws IOException {
        try (var program = ProgramUnderTest.over(twoRegions())) {
            var list = Files.writeString(
                            folder.resolve("ids.txt"),
                            "\uFEFFregion,image_id\r\ncn-beijing,m-old-001\r\ncn-hangzhou,m-old-001\r\n")
                    .toString();
            program.cloud().faults("""
                    [{"action": "DescribeImages", "regionId": "cn-beijing", "fault": "error", "httpStatus": 403, "code": "Forbidden.RAM"}]
                    """);
            var nothing = program.run("delete", "--ids-file", list, "--apply", "--output", "json");
            program.cloud().faults("[]");

            var again = program.run("delete", "--ids-file", list, "--apply", "--output", "json");

            assertThat(nothing.exitCode()).isEqualTo(3);
            assertThat(nothing.err()).contains("cn-beijing", "out of reach");
            assertThat(program.calls("DeleteImage")).hasSize(2);
            assertThat(again.exitCode()).isZero();
            assertThat(again.outcome("DELETED")).isEqualTo(2);
        }
    }
}
