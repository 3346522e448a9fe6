package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the operator gets wrong is one sentence on stderr and exit code 2. */
class WrongUsageIT {

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("--imagesweep.rate-per-minutes=3", List.of("imagesweep.rate-per-minutes", "did you mean")),
                Arguments.of("--imagesweep.rate-per-minute=0", List.of("imagesweep.ratePerMinute", "0")),
                Arguments.of("--imagesweep.max-in-flight=many", List.of("imagesweep.max-in-flight", "many")),
                Arguments.of("--imagesweep.sync.max-age=soon", List.of("imagesweep.sync.max-age", "soon")),
                Arguments.of("--imagesweep.accounts[0].id=me", List.of("imagesweep.accounts[0].id", "me")),
                Arguments.of("--imagesweep.sync.max-age=0s", List.of("imagesweep.sync.maxAge", "0")),
                Arguments.of(
                        "--spring.config.additional-location=file:src/test/resources/broken.yml", List.of("no YAML")),
                Arguments.of("--imagesweep.policy=/nowhere/policy.yml", List.of("/nowhere/policy.yml", "--policy")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void wrongSettingsAreNamedWithTheirValue(String setting, List<String> words) {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1)).setting(setting)) {
            var answer = program.run("run", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
            assertThat(answer.err().strip().lines()).hasSize(1);
            assertThat(answer.json().path("stopReason").asString())
                    .isEqualTo(answer.err().strip());
            assertThat(answer.err()).contains(words);
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    static Stream<Arguments> arguments() {
        return Stream.of(
                Arguments.of(List.of("run", "--aply"), "--aply"),
                Arguments.of(List.of("run", "--run-key", "not a key"), "not a key"),
                Arguments.of(List.of("run", "--limit", "0"), "'0'"),
                Arguments.of(List.of("run", "--shard", "2/2"), "2/2"),
                Arguments.of(List.of("run", "--shard", "two"), "'two'"),
                Arguments.of(List.of("run", "--deadline", "soon"), "soon"),
                Arguments.of(List.of("plan", "--as-of", "yesterday"), "yesterday"),
                Arguments.of(List.of("apply", "no-id"), "no-id"),
                Arguments.of(List.of("report"), "RUN_ID"),
                Arguments.of(List.of("erase"), "erase"),
                Arguments.of(List.of("db"), "--output"));
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void wrongArgumentsAreSaidBeforeAnythingStarts(List<String> arguments, String word) {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))
                .setting("--spring.datasource.url=jdbc:postgresql://localhost:1/none")) {
            var json = Stream.concat(arguments.stream(), Stream.of("--output", "json"));

            var answer = program.run(json.toArray(String[]::new));

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(word, "--help");
            assertThat(answer.json().path("stopReason").asString()).contains(word);
        }
    }

    @Test
    void everyErrorOfThePolicyIsSaidWithItsPlace() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1)).policy("""
                version: 1
                protect:
                  referenced-by: []
                  newer-then: 7d
                rules:
                  - name: Bad Name
                    match: { names: ["*"] }
                    delete-when: { older-than: 30x }
                """)) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(":4:", "newer-then", ":6:", "Bad Name", ":8:", "30x");
            assertThat(answer.json().path("runId").isNull()).isTrue();
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }

    @Test
    void accountsAndRegionsThatAreNotConfiguredAreRefused() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            var account = program.run("run", "--accounts", "1999");
            var region = program.run("run", "--regions", "mars-north-1");

            assertThat(account.exitCode()).isEqualTo(2);
            assertThat(account.err()).contains("1999");
            assertThat(region.exitCode()).isEqualTo(2);
            assertThat(region.err()).contains("mars-north-1");
        }
    }

    @Test
    void anAccountThatIsConfiguredTwiceIsRefused() {
        try (var program =
                ProgramUnderTest.over(new CloudState().old("old", 1)).account(1, CloudState.ACCOUNT, "all")) {
            var answer = program.run("runs");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(CloudState.ACCOUNT, "twice");
        }
    }

    @Test
    void aConfigurationWithoutADatabaseOrAnAccountIsRefused() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            program.without("--imagesweep.accounts").setting("--imagesweep.accounts=");
            var noAccount = program.run("run");
            var noDatabase = program.setting("--spring.config.name=none")
                    .without("--spring.datasource")
                    .run("run");

            assertThat(noAccount.exitCode()).isEqualTo(2);
            assertThat(noAccount.err()).contains("imagesweep.accounts");
            assertThat(noDatabase.exitCode()).isEqualTo(2);
            assertThat(noDatabase.err()).contains("spring.datasource.url");
        }
    }

    @Test
    void aRefusedPasswordIsNoOutage() {
        try (var program = ProgramUnderTest.over(new CloudState().old("old", 1))) {
            program.setting(
                    "--spring.datasource.url=" + program.database().url().replaceAll("/test_[0-9_]+", "/nowhere"));

            var answer = program.run("runs");

            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
            assertThat(answer.err()).contains("nowhere", "spring.datasource");
        }
    }
}
