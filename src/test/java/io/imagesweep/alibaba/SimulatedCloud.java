package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ReferenceCatalog;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.PaceSettings;
import io.imagesweep.quota.Paces;
import io.imagesweep.simulator.EcsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A simulator of its own, and this room connected to it by real HTTP. */
final class SimulatedCloud implements AutoCloseable {

    static final String OWN = "1000000000000001";
    static final String OTHER = "1000000000000002";
    static final AccountRegion HERE = new AccountRegion(OWN, "cn-hangzhou");
    static final AccountRegion THERE = new AccountRegion(OTHER, "cn-hangzhou");
    static final Patience PATIENCE = new Patience(new Backoff(Duration.ofMillis(2), Duration.ofMillis(20)), 8);

    final EcsSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private AlibabaSettings settings;
    private Clock clock = Clock.systemUTC();
    private Connections connections = new Connections(64);
    private int ratePerMinute = 600_000;
    private @Nullable Paces paces;
    private @Nullable AlibabaClients clients;

    SimulatedCloud(String... options) {
        simulator = EcsSimulator.start(Stream.concat(Stream.of("--rate-per-minute", "0"), Stream.of(options))
                .toArray(String[]::new));
        settings = new AlibabaSettings(simulator.uri(), "testid", "testsecret");
    }

    /** Has one image, which is forty days old. */
    static SimulatedCloud withOneImage(String id) {
        return new SimulatedCloud("--images", "0")
                .images("[{\"imageId\": \"%s\", \"creationTime\": \"-P40D\"}]".formatted(id));
    }

    SimulatedCloud key(@Nullable String id, @Nullable String secret) {
        settings = new AlibabaSettings(settings.endpoint(), id, secret);
        return this;
    }

    SimulatedCloud endpoint(String endpoint) {
        settings = new AlibabaSettings(URI.create(endpoint), "testid", "testsecret");
        return this;
    }

    SimulatedCloud at(Clock time) {
        clock = time;
        return this;
    }

    SimulatedCloud timeouts(Duration connect, Duration read, Duration call) {
        connections = new Connections(64, connect, read, call);
        return this;
    }

    SimulatedCloud ratePerMinute(int rate) {
        ratePerMinute = rate;
        return this;
    }

    /** Replaces the images of the own account's region by those of a JSON array. */
    SimulatedCloud images(String images) {
        return region(OWN, "{\"images\": " + images + "}");
    }

    SimulatedCloud region(String account, String region) {
        put("state/" + account + "/cn-hangzhou", region);
        return this;
    }

    SimulatedCloud faults(String... faults) {
        simulator.faults("[" + String.join(",", faults) + "]");
        return this;
    }

    SimulatedCloud settings(String settings) {
        simulator.settings(settings);
        return this;
    }

    SimulatedCloud state(String state) {
        simulator.load(state);
        return this;
    }

    List<JsonNode> calls(String action) {
        return simulator
                .calls()
                .valueStream()
                .filter(call -> call.path("action").asString().equals(action))
                .toList();
    }

    /** The same for all threads of a test, as the beans of the program are. */
    synchronized AlibabaClients clients() {
        if (clients == null) {
            clients = new AlibabaClients(
                    settings, SimulatedAccounts.all(), new SessionName(), paces(), PATIENCE, connections, clock);
        }
        return clients;
    }

    synchronized Paces paces() {
        if (paces == null) {
            paces = new Paces(new PaceSettings(ratePerMinute), SimulatedAccounts.all(), clock);
        }
        return paces;
    }

    ImageRemover remover() {
        return new AlibabaRemoverSource(clients()).remover();
    }

    /** Deletes without force. */
    Answer delete(ImageKey image) {
        return remover().delete(image, false);
    }

    AlibabaNeighbours neighbours() {
        return new AlibabaNeighbours(clients(), paces(), PATIENCE);
    }

    ImageCatalog catalog() {
        return new AlibabaCatalog(clients(), paces(), PATIENCE);
    }

    ReferenceCatalog references() {
        return new AlibabaReferences(new Reader(clients(), paces(), PATIENCE), 16, clock);
    }

    static ImageKey image(String id) {
        return new ImageKey(HERE, id);
    }

    @Override
    public void close() {
        if (clients != null) {
            clients.close();
        }
        http.close();
        simulator.close();
    }

    private void put(String path, String body) {
        var request = HttpRequest.newBuilder(simulator.uri().resolve("/_simulator/" + path))
                .PUT(BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
