package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.okhttp.ClientHelper;
import io.imagesweep.deletion.Answer.Accepted;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsIT {

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "0").images("[]");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void areOfThePreparedPoolHoweverManyCallAtFirst() {
        var remover = cloud.remover();
        cloud.clients().ecs(SimulatedCloud.HERE);
        Set<OkHttpClient> prepared = pools();
        Set<Class<?>> answers = Collections.newSetFromMap(new ConcurrentHashMap<>());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64)
                    .forEach(_ -> threads.execute(() ->
                            answers.add(remover.delete(image("m-1"), false).getClass())));
        }

        assertThat(answers).containsExactly(Accepted.class);
        assertThat(prepared).hasSize(1);
        assertThat(pools()).isEqualTo(prepared);
    }

    @Test
    void areGoneWhenClosed() {
        cloud.delete(image("m-1"));
        OkHttpClient pool = pools().iterator().next();

        cloud.clients().close();

        assertThat(pools()).isEmpty();
        assertThat(pool.connectionPool().connectionCount()).isZero();
    }

    private Set<OkHttpClient> pools() {
        Set<OkHttpClient> pools = Collections.newSetFromMap(new ConcurrentHashMap<>());
        ClientHelper.clients.forEach((key, pool) -> {
            if (key.startsWith(cloud.simulator.endpoint())) {
                pools.add(pool);
            }
        });
        return pools;
    }
}
