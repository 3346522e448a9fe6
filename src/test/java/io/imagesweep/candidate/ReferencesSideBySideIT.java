package io.imagesweep.candidate;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.OTHER_ACCOUNT;
import static io.imagesweep.candidate.ImageFixture.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Reference.ImageName;
import io.imagesweep.devservices.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Accounts of one region are written at the same time, the owner's images and the references to them. */
class ReferencesSideBySideIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Inventory inventory = ImageFixture.inventory(DATABASE);

    @RepeatedTest(3)
    @Timeout(60)
    void doNotBlockEachOther() {
        List<Future<?>> writers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round <= 8; round++) {
                int seconds = round;
                writers.add(
                        threads.submit(() -> inventory.store(OTHER_ACCOUNT, theirImages(), NOON.plusSeconds(seconds))));
                writers.add(threads.submit(() -> inventory.store(
                        HANGZHOU, ReferenceSource.INSTANCES, shuffled(seconds), NOON.plusSeconds(seconds))));
            }
        }

        assertThat(writers).allSatisfy(writer -> assertThat(writer.state()).isEqualTo(Future.State.SUCCESS));
        assertThat(DATABASE.jdbc().sql("""
                        select count(*) from image_reference where account_id = '1000000000000002'
                        """).query(Integer.class).single()).isEqualTo(300);
    }

    private static List<Candidate> theirImages() {
        return IntStream.range(0, 300)
                .mapToObj(n -> image(OTHER_ACCOUNT, "m-" + n, NOON))
                .toList();
    }

    private static Referrers shuffled(int seed) {
        List<Reference> references = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(n -> new Reference("instance", "i-" + n, new ImageName.ById("m-" + n)))
                .toList());
        Collections.shuffle(
                references, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        return new Referrers(300, references);
    }
}
