package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.okhttp.ClientHelper;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.Referrers;
import io.imagesweep.deletion.Answer.Accepted;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void endReadsThatHangOrDripSoThatTheyAreRepeated(ReferenceSource source) {
        cloud.timeouts(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(600))
                .region(SimulatedCloud.OWN, "{}")
                .faults(
                        "{\"fault\": \"hang\", \"delay\": \"20s\", \"times\": 1}",
                        "{\"fault\": \"drip\", \"delay\": \"100ms\", \"times\": 1}",
                        "{\"fault\": \"slow\", \"delay\": \"50ms\"}");

        assertThat(cloud.references().referrers(SimulatedCloud.HERE, source))
                .isEqualTo(new Reading.Complete<>(new Referrers(0, List.of())));
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
