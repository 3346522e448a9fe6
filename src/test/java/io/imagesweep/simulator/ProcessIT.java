package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process of its own. */
class ProcessIT {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void saysWhereItServesAndEndsWithinASecondInTheMiddleOfRequests() throws Exception {
        var process = simulator("--images", "60", "--latency", "10s");
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            var uri = ready(process);
            var client = new PlainClientForITs(uri, "testid", "testsecret", "");
            for (int i = 0; i < 20; i++) {
                calls.execute(() -> callAndFail(client, "DescribeRegions"));
            }
            awaitCalls(client, 20);

            assertThat(timeToEnd(process)).isLessThan(SECOND);
            assertPortIsFree(uri);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsWithinASecondWhileFaultsAreUnderWayAndManyConnectionsAreOpen() throws Exception {
        var process = simulator("--images", "60", "--rate-per-minute", "0");
        var idle = new ArrayList<Socket>();
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            var uri = ready(process);
            var client = new PlainClientForITs(uri, "testid", "testsecret", "");
            client.put("faults", """
                    [{'action': 'DescribeRegions', 'fault': 'hang'},
                     {'action': 'GetCallerIdentity', 'fault': 'hang', 'delay': '30s'},
                     {'action': 'DescribeImages', 'fault': 'drip', 'delay': '20ms'},
                     {'action': 'DeleteImage', 'fault': 'slow', 'delay': '30s', 'applied': true}]
                    """);
            for (int i = 0; i < 500; i++) {
                idle.add(new Socket(uri.getHost(), uri.getPort()));
            }
            for (var action : List.of("DescribeRegions", "GetCallerIdentity", "DescribeImages", "DeleteImage")) {
                for (int i = 0; i < 10; i++) {
                    calls.execute(() -> callAndFail(client, action));
                }
            }
            awaitCalls(client, 40);

            assertThat(timeToEnd(process)).isLessThan(SECOND);
            assertPortIsFree(uri);
        } finally {
            process.destroyForcibly();
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void startsWithTheStateOfAFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("seed.json");
        Files.writeString(file, "{\"accounts\": [{\"accountId\": \"7\"}]}");
        var process = simulator("--seed-file", file.toString(), "--port", "0");
        try {
            var client = new PlainClientForITs(ready(process), "", "", "");

            assertThat(client.get("state").at("/accounts/0/accountId").asString())
                    .isEqualTo("7");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void refusesOptionsInOneSentence() throws Exception {
        for (var wrong : List.of("--latency=soon", "--missing-image=500", "--seed-file=/no/such/file", "--what")) {
            var process = simulator(wrong);

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(wrong).isTrue();
            assertThat(process.exitValue()).as(wrong).isEqualTo(2);
            assertThat(process.errorReader().lines().filter(line -> line.startsWith("simulator: ")))
                    .as(wrong)
                    .hasSize(1);
        }
    }

    private static void callAndFail(PlainClientForITs client, String action) {
        try {
            client.call(action, "RegionId", "cn-hangzhou", "ImageId", "m-1");
        } catch (IOException | InterruptedException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void awaitCalls(PlainClientForITs client, int number) throws Exception {
        while (client.get("calls").size() < number) {
            Thread.onSpinWait();
        }
    }

    private static Duration timeToEnd(Process process) throws InterruptedException {
        var before = Instant.now();
        process.destroy();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        return Duration.between(before, Instant.now());
    }

    private static void assertPortIsFree(URI uri) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(uri.getHost(), uri.getPort()));
            assertThat(socket.isBound()).isTrue();
        }
    }

    private static Process simulator(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EcsSimulator.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }

    private static URI ready(Process process) throws IOException {
        var line = process.inputReader().readLine();
        assertThat(line).matches("simulator ready http://127\\.0\\.0\\.1:\\d+");
        return URI.create(line.substring("simulator ready ".length()));
    }
}
