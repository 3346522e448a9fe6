package io.imagesweep.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of its own that can be stopped and started again, behind a {@link DatabaseRelay}. */
public final class RestartableDatabase implements AutoCloseable {

    private final Path data;
    private final DatabaseRelay relay;
    private EmbeddedPostgres server;

    public RestartableDatabase() {
        try {
            this.data = Files.createTempDirectory("outage");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.server = started();
        this.relay = new DatabaseRelay(server.getPort());
    }

    /** Waits for a condition as long as a slow machine may need. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20));
    }

    public DatabaseRelay relay() {
        return relay;
    }

    /** The way through the relay. */
    public String url() {
        return url(relay.port());
    }

    private static String url(int port) {
        return "jdbc:postgresql://%s:%d/postgres"
                .formatted(InetAddress.getLoopbackAddress().getHostAddress(), port);
    }

    /** The way of somebody else, around the relay. */
    public String directUrl() {
        return url(server.getPort());
    }

    /** The way around the relay. */
    public JdbcClient direct() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    /** A new connection through the relay for each use. */
    public DriverManagerDataSource unpooled() {
        return new DriverManagerDataSource(url() + "?socketTimeout=3&connectTimeout=3", "postgres", "postgres");
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void start() {
        server = started();
        relay.leadTo(server.getPort());
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        relay.close();
        stop();
    }
}
