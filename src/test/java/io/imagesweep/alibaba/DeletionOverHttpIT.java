package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.HERE;
import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.deletion.Approval;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.Deletion;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.deletion.EarlierCalls;
import io.imagesweep.deletion.TakenShares;
import io.imagesweep.deletion.Unsharing;
import io.imagesweep.policy.Approved;
import io.imagesweep.quota.Pace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeletionOverHttpIT {

    private static final int IMAGES = 60;

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "0")
            .images(IntStream.range(0, IMAGES)
                    .mapToObj("{\"imageId\": \"m-%d\", \"creationTime\": \"-P40D\"}"::formatted)
                    .collect(Collectors.joining(",", "[", "]")));

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void deletesEveryImageThoughOneCallInFiveIsThrottledAndOneInFiveFailsOrIsCutDoneOrNot() {
        cloud.settings("{\"missingImage\": 404}");
        cloud.faults(
                "{\"fault\": \"throttle\", \"delay\": \"20ms\", \"rate\": 0.2, \"seed\": 1}",
                "{\"fault\": \"error\", \"httpStatus\": 500, \"code\": \"InternalError\", \"rate\": 0.06, \"seed\": 2}",
                "{\"fault\": \"cut\", \"rate\": 0.06, \"seed\": 3, \"applied\": true}",
                "{\"fault\": \"close\", \"rate\": 0.06, \"seed\": 4, \"applied\": true}",
                "{\"fault\": \"reset\", \"rate\": 0.06, \"seed\": 5}");

        Queue<DeletionOutcome> outcomes = deleteAll();

        assertThat(outcomes)
                .hasSize(IMAGES)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Deleted.class));
        cloud.faults();
        assertThat(cloud.catalog().images(HERE)).isEqualTo(new Complete<>(List.of()));
    }

    private Queue<DeletionOutcome> deleteAll() {
        var deletion = new Deletion(
                cloud.remover(),
                cloud.catalog(),
                new Unsharing(cloud.neighbours(), new NoShares()),
                new DeletionSettings(64, 8),
                Clock.systemUTC());
        Pace pace = cloud.paces().of(HERE, "DeleteImage");
        var breaker = new Breaker(0);
        Queue<DeletionOutcome> outcomes = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, IMAGES)
                    .forEach(number -> threads.execute(() -> {
                        pace.acquire();
                        outcomes.add(deletion.change(
                                new Approval.ByPolicy(Approved.deletion(image("m-" + number)), Instant.MAX),
                                EarlierCalls.NONE,
                                _ -> pace,
                                breaker,
                                _ -> {}));
                    }));
        }
        return outcomes;
    }

    /** Nobody shares here. */
    private record NoShares() implements TakenShares {

        @Override
        public Owed taken(ImageKey image, List<String> accounts) {
            throw new AssertionError(image + " is shared with nobody");
        }

        @Override
        public void ended(ImageKey image, Owed owed, Ending ending) {
            throw new AssertionError(image + " was taken from nobody");
        }
    }
}
