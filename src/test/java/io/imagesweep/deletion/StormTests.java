package io.imagesweep.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.policy.Approved;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StormTests {

    private static final List<ImageKey> IMAGES = IntStream.range(0, 300)
            .mapToObj(image -> new ImageKey("1", "cn-hangzhou", "m-" + image))
            .toList();

    private final Pace pace = new Pace(60_000, Clock.systemUTC());
    private final Breaker breaker = new Breaker(0);
    private final Map<ImageKey, DeletionOutcome> outcomes = new ConcurrentHashMap<>();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void deletesEveryImageOnceThoughCallsAreThrottledFailAndGetLost(long seed) {
        var provider = new StormyProvider(seed, IMAGES);
        var backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(8));
        var deletion = new Deletion(
                provider,
                provider,
                new Unsharing(new ScriptedNeighbours(), new RememberedShares()),
                new DeletionSettings(64, 8),
                Clock.systemUTC(),
                backoff);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IMAGES.forEach(image -> threads.execute(() -> outcomes.put(
                    image,
                    deletion.change(
                            new Approval.ByPolicy(Approved.deletion(image), Instant.MAX),
                            EarlierCalls.NONE,
                            _ -> pace,
                            breaker,
                            attempts::add))));
        }

        assertThat(provider.images).isEmpty();
        assertThat(outcomes).containsOnlyKeys(IMAGES);
        assertThat(outcomes.values()).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Deleted.class));
        assertThat(breaker.open()).isFalse();
        assertThat(attempts).doesNotHaveDuplicates().hasSizeGreaterThan(IMAGES.size());
    }
}
