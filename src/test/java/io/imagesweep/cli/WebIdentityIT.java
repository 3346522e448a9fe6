package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.simulator.OidcToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod of Kubernetes has no key: it assumes a role with the token that its cluster wrote for it. */
class WebIdentityIT {

    private static final String ISSUER = "https://cluster";
    private static final String PROVIDER = "acs:ram::1000000000000001:oidc-provider/cluster";
    private static final String ROLE = "acs:ram::1000000000000001:role/nightly";

    @TempDir
    private Path folder;

    private static String token(String subject) {
        return new OidcToken(ISSUER, subject, Instant.now().plusSeconds(600)).text();
    }

    /** Two accounts: in the first the role of the pod acts itself, in the second one that it assumes. */
    private ProgramUnderTest program() {
        var state = new CloudState().old("old", 8).old(CloudState.OTHER, CloudState.HANGZHOU, "old", 2);
        var program = ProgramUnderTest.over(state)
                .without("--imagesweep.alibaba.access-key")
                .setting("--user.home=" + folder)
                .account(0, CloudState.ACCOUNT, CloudState.HANGZHOU)
                .without("--imagesweep.accounts[0].role-arn")
                .account(1, CloudState.OTHER, CloudState.HANGZHOU);
        program.cloud().load(state.json().replaceFirst("\"roles\": \\[", """
                "oidcProviders": [{"name": "cluster", "issuer": "%s"}],
                "roles": [{"name": "nightly", "assumableBy": ["%s"], "allow": ["*"]},""".formatted(ISSUER, PROVIDER)));
        return program;
    }

    private ProgramProcess start(ProgramUnderTest program, String... arguments) {
        return ProgramProcess.start(program, environment(), arguments);
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "ALIBABA_CLOUD_ROLE_ARN", ROLE,
                "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", PROVIDER,
                "ALIBABA_CLOUD_OIDC_TOKEN_FILE", tokenFile().toString()));
    }

    private Path tokenFile() {
        return folder.resolve("token");
    }

    @Test
    void runsAgainstTheVendorsOwnHostsWithATokenThatIsToldToNobody() throws Exception {
        var token = token("nightly");
        Files.writeString(tokenFile(), token + "\n");
        try (var program = program().setting("--logging.level.root=trace");
                var front = new VendorFront(program.cloud(), folder);
                var process = start(front.isSeenBy(program), "run", "--apply", "--run-key", "k1", "--output", "json")) {
            assertThat(process.exitCode()).as(process.said()).isZero();
            assertThat(process.json().at("/outcomes/DELETED").asInt()).isEqualTo(10);
            assertThat(front.hosts()).contains("sts.aliyuncs.com").anyMatch(host -> host.startsWith("ecs"));
            assertThat(program.calls("AssumeRoleWithOIDC"))
                    .singleElement()
                    .satisfies(call -> assertThat(
                                    call.at("/parameters/RoleSessionName").asString())
                            .isEqualTo("imagesweep-k1"));
            assertThat(program.calls("AssumeRole")).hasSize(1);
            assertThat(process.said()).contains("TRACE").doesNotContain(token, signature(token));
        }
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.'));
    }

    @Test
    void asksTheOneEndpointWhereThereIsOneAndReadsTheTokenAnew() throws Exception {
        Files.writeString(tokenFile(), token("before"));
        var later = token("later");
        try (var program = program().setting("--imagesweep.rate-per-minute=120");
                var process = start(program, "run", "--apply", "--run-key", "k1", "--output", "json")) {
            assertThat(process.reaches(() -> program.calls("DeleteImage").size() > 2))
                    .as(process.said())
                    .isTrue();
            Files.writeString(tokenFile(), later);
            program.cloud().faults("""
                    [{"action": "DeleteImage", "accountId": "1000000000000001", "fault": "expired-token", "times": 1}]""");

            assertThat(process.exitCode()).as(process.said()).isZero();
            assertThat(process.json().at("/outcomes/DELETED").asInt()).isEqualTo(10);
            assertThat(program.calls("AssumeRoleWithOIDC"))
                    .hasSize(2)
                    .last()
                    .satisfies(
                            call -> assertThat(call.at("/parameters/OIDCToken").asString())
                                    .isEqualTo(later));
        }
    }

    @Test
    void saysWhichTokenIsMissing() {
        try (var program = program();
                var process = start(program, "sync")) {
            assertThat(process.exitCode()).isEqualTo(3);
            assertThat(process.said().lines().filter(line -> line.startsWith("missing: ")))
                    .singleElement()
                    .asString()
                    .contains("1000000000000001/cn-hangzhou, 1000000000000002/cn-hangzhou: images, instances")
                    .contains("no credentials: the token for role " + ROLE + " by " + PROVIDER)
                    .contains(tokenFile() + " of ALIBABA_CLOUD_OIDC_TOKEN_FILE, cannot be read");
            assertThat(program.calls("AssumeRoleWithOIDC")).isEmpty();
        }
    }

    @Test
    void saysWhatStsRefuses() throws Exception {
        var token = new OidcToken(ISSUER, "nightly", Instant.now().minusSeconds(1)).text();
        Files.writeString(tokenFile(), token);
        try (var program = program();
                var process = start(program, "sync", "--output", "json")) {
            assertThat(process.exitCode()).isEqualTo(3);
            assertThat(process.json().path("missing").valueStream())
                    .singleElement()
                    .satisfies(sentence -> assertThat(sentence.asString())
                            .contains("AuthenticationFail.OIDCToken.Expired: role " + ROLE + " by " + PROVIDER));
            assertThat(process.said()).doesNotContain(token);
            assertThat(program.calls("AssumeRoleWithOIDC")).hasSize(1);
        }
    }

    @Test
    void isCheckedWithARemedy() throws Exception {
        Files.writeString(tokenFile(), token("nightly"));
        var environment = environment();
        environment.put("ALIBABA_CLOUD_ROLE_ARN", ROLE + "-none");
        try (var program = program();
                var process = ProgramProcess.start(program, environment, "check", "--output", "json")) {
            assertThat(process.exitCode()).isEqualTo(3);
            assertThat(process.json().path("checks").valueStream())
                    .filteredOn(check -> check.path("state").asString().equals("FAILS"))
                    .isNotEmpty()
                    .allSatisfy(check -> {
                        assertThat(check.path("detail").asString()).startsWith("EntityNotExist.Role: role " + ROLE);
                        assertThat(check.path("remedy").asString()).contains("ALIBABA_CLOUD_ROLE_ARN");
                    });
        }
    }
}
