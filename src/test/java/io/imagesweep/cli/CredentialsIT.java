package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the program finds its key, and that it tells it to nobody. */
class CredentialsIT {

    private static final String SECRET = "uncommon-secret-4711";

    @TempDir
    private Path folder;

    /** Without a key in its settings, and in a home of its own. */
    private ProgramUnderTest keyless() {
        var program = ProgramUnderTest.over(new CloudState()).without("--imagesweep.alibaba.access-key");
        program.cloud().load(new CloudState().old("old", 1).json().replace("testsecret", SECRET));
        return program.setting("--user.home=" + folder);
    }

    @Test
    void areFoundInTheEnvironment() {
        try (var program = keyless()) {
            assertSyncs(
                    program,
                    Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET));
        }
    }

    @Test
    void areFoundInTheProfileOfTheVendorsCommandLine() throws IOException {
        Files.createDirectories(folder.resolve(".aliyun"));
        Files.writeString(folder.resolve(".aliyun/config.json"), """
                {"current": "nightly", "profiles": [{"name": "nightly", "mode": "AK",
                 "access_key_id": "testid", "access_key_secret": "%s", "region_id": "cn-hangzhou"}]}
                """.formatted(SECRET));
        try (var program = keyless()) {
            assertSyncs(program, Map.of());
        }
    }

    @Test
    void areFoundInAFileOfCredentials() throws IOException {
        var file = Files.writeString(folder.resolve("credentials"), """
                [default]
                enable = true
                type = access_key
                access_key_id = testid
                access_key_secret = %s
                """.formatted(SECRET));
        try (var program = keyless()) {
            assertSyncs(program, Map.of("ALIBABA_CLOUD_CREDENTIALS_FILE", file.toString()));
        }
    }

    @Test
    void areFoundInMountedFiles() throws IOException {
        Files.writeString(folder.resolve("imagesweep.alibaba.access-key-id"), "testid\n");
        Files.writeString(folder.resolve("imagesweep.alibaba.access-key-secret"), SECRET + "\n");
        try (var program = keyless().setting("--spring.config.import=optional:configtree:" + folder + "/")) {
            assertSyncs(program, Map.of());
        }
    }

    @Test
    void thatAreMissingAreOneSentenceOnWhatWasLookedFor() {
        try (var program = manyAccounts(keyless());
                var process = ProgramProcess.start(program, "sync")) {
            assertThat(process.exitCode()).isEqualTo(3);
            assertThat(process.said().lines().filter(line -> line.startsWith("missing: ")))
                    .singleElement()
                    .asString()
                    .contains(
                            "60 accounts (",
                            "no credentials",
                            "ALIBABA_CLOUD_ACCESS_KEY_ID",
                            "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                            "~/.aliyun/config.json",
                            "~/.alibabacloud/credentials",
                            "ECS",
                            "ALIBABA_CLOUD_CREDENTIALS_URI");
        }
    }

    @Test
    void areToldToNobodyHoweverMuchIsLogged() {
        try (var program = keyless()
                        .setting("--imagesweep.alibaba.access-key-id=testid")
                        .setting("--imagesweep.alibaba.access-key-secret=" + SECRET)
                        .setting("--logging.level.root=trace");
                var process = ProgramProcess.start(program, "run", "--apply", "--output", "json")) {
            assertThat(process.exitCode()).isZero();
            assertThat(process.said()).contains("TRACE").doesNotContain(SECRET);
            assertThat(process.json().toString()).doesNotContain(SECRET);
        }
    }

    /** With and without a role, with regions and with all of them. */
    private static ProgramUnderTest manyAccounts(ProgramUnderTest program) {
        IntStream.range(1, 61)
                .forEach(index -> program.account(index, "20000000000000" + (10 + index), CloudState.HANGZHOU));
        IntStream.range(1, 11).forEach(index -> program.without("--imagesweep.accounts[" + index + "].role-arn"));
        return program;
    }

    private static void assertSyncs(ProgramUnderTest program, Map<String, String> environment) {
        try (var process = ProgramProcess.start(program, environment, "sync")) {
            assertThat(process.exitCode()).as(process.said()).isZero();
            assertThat(program.calls("DescribeImages")).isNotEmpty();
        }
    }
}
