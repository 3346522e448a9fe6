package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles that are assumed with the token of an OIDC provider, in the form of the vendor's chain of credentials. */
class OidcIT {

    private static final String STATE = """
            {'accounts': [
              {'accountId': '1', 'oidcProviders': [{'name': 'cluster', 'issuer': 'https://issuer'}],
               'roles': [
                 {'name': 'nightly', 'assumableBy': ['acs:ram::1:oidc-provider/cluster'], 'allow': ['ecs:*']},
                 {'name': 'closed', 'assumableBy': ['1'], 'allow': ['*']}],
               'regions': [{'regionId': 'cn-hangzhou', 'images': [{'imageId': 'm-1'}]}]}]}
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() throws Exception {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
        client.put("state", STATE);
    }

    @AfterAll
    static void stop() {
        simulator.close();
        HTTP.close();
    }

    @Test
    void actWithoutASignatureInTheAccountOfTheRole() throws Exception {
        var credentials = json(assume(Map.of())).get("Credentials");

        assertThat(json(client.with(credentials).call("DescribeImages", "RegionId", "cn-hangzhou"))
                        .get("TotalCount")
                        .asInt())
                .isEqualTo(1);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                refused("OIDCToken", "nonsense", "400 AuthenticationFail.OIDCToken.Invalid"),
                refused(
                        "OIDCToken",
                        token("https://other", later()),
                        "400 AuthenticationFail.OIDCToken.IssuerNotMatch"),
                refused(
                        "OIDCToken",
                        token("https://issuer", Instant.now().minusSeconds(1)),
                        "400 AuthenticationFail.OIDCToken.Expired"),
                refused(
                        "OIDCToken",
                        new OidcToken("https://issuer", "nightly", List.of("others"), later()).text(),
                        "400 AuthenticationFail.OIDCToken.AudienceNotMatch"),
                refused("OIDCToken", "", "400 MissingOIDCToken"),
                refused("OIDCProviderArn", "", "400 MissingOIDCProviderArn"),
                refused("OIDCProviderArn", "cluster", "403 AuthenticationFail.NoPermission"),
                refused("OIDCProviderArn", "acs:ram::1:oidc-provider/no", "403 AuthenticationFail.NoPermission"),
                refused("RoleArn", "acs:ram::1:role/none", "404 EntityNotExist.Role"),
                refused("RoleArn", "acs:ram::1:role/closed", "403 AuthenticationFail.NoPermission"),
                refused("RoleArn", "nightly", "400 InvalidParameter.RoleArn"),
                refused("RoleSessionName", "", "400 MissingRoleSessionName"),
                refused("DurationSeconds", "3601", "400 InvalidParameter.DurationSeconds"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void areRefusedByWhatIsWrong(String parameter, String value, String outcome) throws Exception {
        assertThat(outcome(assume(Map.of(parameter, value)))).isEqualTo(outcome);
    }

    @Test
    void aloneNeedNoSignature() throws Exception {
        var answer = send("AssumeRole", Map.of("RoleArn", "acs:ram::1:role/closed", "RoleSessionName", "test"));

        assertThat(outcome(answer)).isEqualTo("400 MissingAccessKeyId");
    }

    private static Arguments refused(String parameter, String value, String outcome) {
        return Arguments.of(parameter, value, outcome);
    }

    private static Instant later() {
        return Instant.now().plusSeconds(600);
    }

    private static String token(String issuer, Instant end) {
        return new OidcToken(issuer, "nightly", end).text();
    }

    private static HttpResponse<String> assume(Map<String, String> differences) throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "RoleArn", "acs:ram::1:role/nightly",
                "OIDCProviderArn", "acs:ram::1:oidc-provider/cluster",
                "OIDCToken", token("https://issuer", later()),
                "RoleSessionName", "test",
                "DurationSeconds", "3600"));
        parameters.putAll(differences);
        return send("AssumeRoleWithOIDC", parameters);
    }

    private static HttpResponse<String> send(String action, Map<String, String> form) throws Exception {
        var request = HttpRequest.newBuilder(
                        simulator.uri().resolve("/?Action=" + action + "&Format=JSON&Version=2015-04-01"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
