package io.imagesweep.devservices;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server of its own whose data the next process finds again. */
record KeptDatabase(EmbeddedPostgres server) implements AutoCloseable {

    static KeptDatabase start(Path data) throws IOException {
        stopLeftBehind(data);
        return new KeptDatabase(EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(data))
                .setCleanDataDirectory(false)
                .start());
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A process that was killed leaves its server running, and a second one on the same data does not start. */
    private static void stopLeftBehind(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            var server = ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
            server.ifPresent(KeptDatabase::stop);
        }
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
