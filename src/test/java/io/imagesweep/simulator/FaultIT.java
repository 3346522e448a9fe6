package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each fault that is answered, and what the state and the log say of it. */
class FaultIT {

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        client.put("state", """
                {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}],
                  'regions': [{'regionId': 'cn-hangzhou', 'images': [{'imageId': 'm-1'}]}]}]}
                """);
    }

    @Test
    void answersAnErrorOfAnyKind() throws Exception {
        fault("'fault': 'error', 'httpStatus': 503, 'code': 'ServiceUnavailable', 'message': 'Later.'");

        var response = client.deleteImage("m-1");
        assertThat(outcome(response)).isEqualTo("503 ServiceUnavailable");
        assertThat(json(response).get("Message").asString()).isEqualTo("Later.");
        assertThat(exists()).isTrue();
        assertThat(lastCall().get("fault").asString()).isEqualTo("error");
        assertThat(lastCall().get("applied").asBoolean()).isFalse();
    }

    @Test
    void answersAnInternalErrorWhenNothingElseIsSaid() throws Exception {
        fault("'fault': 'error'");

        assertThat(outcome(client.deleteImage("m-1"))).isEqualTo("500 InternalError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "html", "empty", "throttle", "expired-token"})
    void takesEffectBeforeAFaultyAnswer(String kind) throws Exception {
        fault("'fault': '" + kind + "', 'applied': true");
        client.deleteImage("m-1");

        assertThat(exists()).isFalse();
        assertThat(lastCall().get("applied").asBoolean()).isTrue();
    }

    @Test
    void answersHtml() throws Exception {
        fault("'fault': 'html'");

        var response = client.deleteImage("m-1");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).startsWith("<html>");
        assertThat(lastCall().get("httpStatus").asInt()).isEqualTo(503);
    }

    @Test
    void answersWithoutABody() throws Exception {
        fault("'fault': 'empty'");

        var response = client.deleteImage("m-1");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void throttlesForAsLongAsItIsTold() throws Exception {
        fault("'fault': 'throttle', 'delay': '80ms'");

        var response = client.deleteImage("m-1");
        assertThat(outcome(response)).isEqualTo("400 Throttling.User");
        assertThat(response.headers().firstValue("x-acs-retry-after")).contains("80");
    }

    @Test
    void throttlesForASecondUnlessItIsTold() throws Exception {
        fault("'fault': 'throttle'");

        assertThat(client.deleteImage("m-1").headers().firstValue("x-acs-retry-after"))
                .contains("1000");
    }

    @Test
    void saysThatTheTokenHasExpired() throws Exception {
        fault("'fault': 'expired-token'");

        assertThat(outcome(client.deleteImage("m-1"))).isEqualTo("400 InvalidSecurityToken.Expired");
    }

    @Test
    void dripsTheTrueAnswer() throws Exception {
        fault("'fault': 'drip', 'delay': '2ms'");

        var before = Instant.now();
        assertThat(outcome(client.deleteImage("m-1"))).isEqualTo("200 -");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(90));
        assertThat(exists()).isFalse();
        assertThat(lastCall().get("answeredAt").isNull()).isFalse();
    }

    @Test
    void isSlowWithTheTrueAnswer() throws Exception {
        fault("'fault': 'slow', 'delay': '150ms'");

        var before = Instant.now();
        assertThat(outcome(client.deleteImage("m-1"))).isEqualTo("200 -");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(145));
    }

    @Test
    void strikesOnlyTheActionItNamesUntilItIsCleared() throws Exception {
        fault("'action': 'DescribeRegions', 'fault': 'error'");

        assertThat(outcome(client.call("DescribeRegions"))).isEqualTo("500 InternalError");
        assertThat(outcome(client.deleteImage("m-1"))).isEqualTo("200 -");
        client.put("faults", "[]");
        assertThat(outcome(client.call("DescribeRegions"))).isEqualTo("200 -");
    }

    private static void fault(String fields) throws Exception {
        client.put("faults", "[{" + fields + "}]");
    }

    private static boolean exists() {
        return !simulator.state().at("/accounts/0/regions/0/images").isEmpty();
    }

    private static JsonNode lastCall() {
        var calls = simulator.calls();
        return calls.get(calls.size() - 1);
    }
}
