package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteCommandIT {

    @TempDir
    private Path folder;

    private static CloudState state() {
        return new CloudState()
                .old("old", 10)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-kept", """
                "creationTime": "-P90D", "tags": {"keep": "yes"}
                """)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-public", """
                "creationTime": "-P90D", "isPublic": true
                """);
    }

    @Test
    void deletesTheListedImagesAndNoOthers() throws IOException {
        try (var program = ProgramUnderTest.over(state())) {
            var list = list("m-old-001", "# a remark", "", "m-kept", "m-never-was");

            var dry = program.run("delete", "--ids-file", list, "--region", "cn-hangzhou", "--output", "json");
            var live =
                    program.run("delete", "--ids-file", list, "--region", "cn-hangzhou", "--apply", "--output", "json");
            var again = program.run("delete", "--ids-file", list, "--region", "cn-hangzhou", "--apply");

            assertThat(dry.exitCode()).isZero();
            assertThat(dry.json().path("candidates").asLong()).isEqualTo(3);
            assertThat(live.exitCode()).isZero();
            assertThat(live.outcome("DELETED")).isEqualTo(1);
            assertThat(live.outcome("KEPT")).isEqualTo(1);
            assertThat(live.outcome("ALREADY_GONE")).isEqualTo(1);
            assertThat(again.err()).contains("already done");
            assertThat(program.calls("DeleteImage"))
                    .extracting(call -> call.path("parameters").path("ImageId").asString())
                    .containsExactly("m-old-001");
        }
    }

    @Test
    void readsRegionsFromTheList() throws IOException {
        var state = state().old(CloudState.ACCOUNT, CloudState.BEIJING, "north", 2);
        try (var program = ProgramUnderTest.over(state)) {
            var answer = program.run(
                    "delete",
                    "--ids-file",
                    list("region,image_id", "cn-beijing,m-north-001", "cn-hangzhou,m-old-003"),
                    "--apply",
                    "--output",
                    "json");

            assertThat(answer.outcome("DELETED")).isEqualTo(2);
        }
    }

    @Test
    void ignoresThePolicyOnlyWithAReasonAndNeverWhatIsBuiltIn() throws IOException {
        try (var program = ProgramUnderTest.over(state())) {
            var list = list("m-kept", "m-public");

            var noReason =
                    program.run("delete", "--ids-file", list, "--region", "cn-hangzhou", "--apply", "--ignore-policy");
            var answer = program.run(
                    "delete",
                    "--ids-file",
                    list,
                    "--region",
                    "cn-hangzhou",
                    "--apply",
                    "--ignore-policy",
                    "--reason",
                    "the team is gone",
                    "--output",
                    "json");

            assertThat(noReason.exitCode()).isEqualTo(2);
            assertThat(answer.outcome("DELETED")).isEqualTo(1);
            assertThat(answer.outcome("KEPT")).isEqualTo(1);
            assertThat(program.imagesLeft()).contains("m-public").doesNotContain("m-kept");
        }
    }

    @Test
    void theCapsDivideByThePopulationOfTheListing() throws IOException {
        try (var program =
                ProgramUnderTest.over(state()).limits("{ max-percent: 40, max-percent-from: 0, ramp-up: 100 }")) {
            var answer = program.run(
                    "delete",
                    "--ids-file",
                    list("m-old-001", "m-old-002", "m-old-003", "m-old-004"),
                    "--region",
                    "cn-hangzhou",
                    "--apply",
                    "--output",
                    "json");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.outcome("DELETED")).isEqualTo(4);
        }
    }

    @Test
    void wrongListsAreSaidWithTheirLine() throws IOException {
        try (var program = ProgramUnderTest.over(state())) {
            assertSays(program, list("m-1", "two words"), "Line 2", "two words");
            assertSays(program, list("# nothing"), "no image id");
            assertSays(program, folder.resolve("none").toString(), "none");
        }
    }

    private static void assertSays(ProgramUnderTest program, String list, String... words) {
        var answer = program.run("delete", "--ids-file", list, "--region", "cn-hangzhou");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains(words);
    }

    private String list(String... lines) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "ids", ".txt"), String.join("\n", lines))
                .toString();
    }
}
