package io.imagesweep.devservices;

import io.imagesweep.simulator.EcsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A simulated cloud whose state goes on where the last process left it. */
record KeptCloud(EcsSimulator simulator, Path state) implements AutoCloseable {

    static KeptCloud start(Path state) {
        return new KeptCloud(
                Files.exists(state) ? EcsSimulator.start("--seed-file", state.toString()) : EcsSimulator.start(),
                state);
    }

    String endpoint() {
        return simulator.uri().toString();
    }

    /** Keeps the state and ends. */
    @Override
    public void close() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(simulator.uri().resolve("/_simulator/state"))
                    .build();
            Files.createDirectories(state.toAbsolutePath().getParent());
            http.send(request, BodyHandlers.ofFile(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            simulator.close();
        }
    }
}
