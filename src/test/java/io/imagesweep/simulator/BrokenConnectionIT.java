package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The faults that leave a client without an answer. */
class BrokenConnectionIT {

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesEffectOrNotWithoutAnyAnswer(boolean applied) throws Exception {
        for (var kind : new String[] {"cut", "reset", "close"}) {
            load();
            fault("'fault': '" + kind + "', 'applied': " + applied);

            assertThatExceptionOfType(IOException.class).as(kind).isThrownBy(() -> client.deleteImage("m-1"));
            assertThat(exists()).as(kind).isNotEqualTo(applied);
            assertThat(lastCall().get("applied").asBoolean()).isEqualTo(applied);
            assertThat(lastCall().get("answeredAt").isNull()).isTrue();
        }
    }

    @Test
    void cutsTheBodyInHalf() throws Exception {
        fault("'fault': 'cut'");

        var answer = raw(client.request("DescribeImages", "RegionId", "cn-hangzhou"));
        int length = Integer.parseInt(answer.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
        var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(length / 2);
    }

    @Test
    void resetsTheConnection() throws Exception {
        fault("'fault': 'reset'");

        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> raw(client.request("DescribeRegions")))
                .withMessageContaining("reset");
    }

    @Test
    void closesTheConnection() throws Exception {
        fault("'fault': 'close'");

        assertThat(raw(client.request("DescribeRegions"))).isEmpty();
    }

    @Test
    void hangsThenCloses() throws Exception {
        fault("'fault': 'hang', 'delay': '200ms', 'applied': true");

        var before = Instant.now();
        assertThat(raw(client.request("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", "m-1")))
                .isEmpty();
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(195));
        assertThat(exists()).isFalse();
    }

    /** Sends a request over a socket of its own and reads until the connection ends. */
    private static String raw(HttpRequest request) throws IOException {
        try (var socket = new Socket(simulator.uri().getHost(), simulator.uri().getPort())) {
            var text = new StringBuilder(
                    "POST " + request.uri().getRawPath() + "?" + request.uri().getRawQuery() + " HTTP/1.1\r\n"
                            + "Host: " + simulator.endpoint() + "\r\nContent-Length: 0\r\n");
            request.headers()
                    .map()
                    .forEach((name, values) -> text.append(name)
                            .append(": ")
                            .append(values.getFirst())
                            .append("\r\n"));
            socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
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
