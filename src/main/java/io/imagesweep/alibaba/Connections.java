package io.imagesweep.alibaba;

import com.aliyun.tea.okhttp.ClientHelper;
import com.aliyun.teaopenapi.models.Config;
import io.imagesweep.deletion.ImageRemover;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The connections of the SDK: how long they may take, and their end. The SDK keeps one pool per host and time-outs in a
 * static map, makes it without a lock at the first call (64 pools for a first burst of 64 calls), and never closes it.
 */
final class Connections implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration CALL = ImageRemover.LONGEST_CALL;
    /** New credentials, a call with them, and a look at what became of it must fit into the 30 s that a stop may take. */
    private static final Duration STS_CALL = Duration.ofSeconds(5);

    private final int maxIdle;
    private final int connectMillis;
    private final int readMillis;
    private final int callMillis;
    private final Set<OkHttpClient> pools = ConcurrentHashMap.newKeySet();

    Connections(int maxIdle) {
        this(maxIdle, CONNECT, READ, CALL);
    }

    Connections(int maxIdle, Duration connect, Duration read, Duration call) {
        this.maxIdle = maxIdle;
        this.connectMillis = Math.toIntExact(connect.toMillis());
        this.readMillis = Math.toIntExact(read.toMillis());
        this.callMillis = Math.toIntExact(call.toMillis());
    }

    static Connections toSts() {
        return new Connections(1, CONNECT, STS_CALL, STS_CALL);
    }

    /**
     * How a client calls {@code host}, or the one endpoint where there is one.
     *
     * @param signing null: the client signs nothing
     * @param host null: the SDK knows it
     */
    Config configuration(AlibabaSettings settings, @Nullable Keys signing, @Nullable String host) {
        URI endpoint = settings.endpoint();
        return new Config()
                .setUserAgent("imagesweep")
                .setConnectTimeout(connectMillis)
                .setReadTimeout(readMillis)
                .setCallTimeout(callMillis)
                .setMaxIdleConns(maxIdle)
                .setCredential(signing == null ? null : new com.aliyun.credentials.Client(signing))
                .setProtocol(endpoint == null ? "https" : endpoint.getScheme())
                .setEndpoint(endpoint == null ? host : endpoint.getAuthority());
    }

    /** Makes the SDK's pool for a host before the first call, under the key that the SDK looks for. */
    synchronized void prepare(URI host) {
        try {
            pools.add(ClientHelper.getOkHttpClient(host.getHost(), host.getPort(), options()));
        } catch (Exception e) {
            throw new IllegalStateException("no connection pool for " + host, e);
        }
    }

    /** Ends idle connections and their threads. */
    @Override
    public void close() {
        ClientHelper.clients.values().removeAll(pools);
        pools.forEach(pool -> {
            pool.dispatcher().executorService().shutdown();
            pool.connectionPool().evictAll();
        });
        pools.clear();
    }

    private Map<String, Object> options() {
        return Map.of(
                "connectTimeout", connectMillis,
                "readTimeout", readMillis,
                "callTimeout", callMillis,
                "maxIdleConns", maxIdle);
    }
}
