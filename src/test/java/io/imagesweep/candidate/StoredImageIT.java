package io.imagesweep.candidate;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.devservices.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredImageIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Inventory inventory = new Inventory(DATABASE.jdbc(), DATABASE.batches(), DATABASE.transactions());
    private final Candidates candidates = new Candidates(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate image, sync_source, image_reference").update();
    }

    @Test
    void storesTextThatNoDatabaseCanHold() {
        var odd = new Candidate(
                new ImageKey(HANGZHOU, "m-1"),
                "a\0b",
                "half \uD83D",
                "\0",
                "Avail\0able",
                NOON,
                40,
                Map.of("k\0", "v\0", "smile", "\uD83D\uDE00", "quote", "\"\\"),
                List.of("s\0"),
                false,
                false,
                false);

        inventory.store(HANGZHOU, List.of(odd), NOON);

        assertThat(candidates.page(HANGZHOU, null, 10))
                .containsExactly(new Candidate(
                        odd.key(),
                        "a\uFFFDb",
                        "half \uFFFD",
                        "\uFFFD",
                        "Avail\uFFFDable",
                        NOON,
                        40,
                        Map.of("k\uFFFD", "v\uFFFD", "smile", "\uD83D\uDE00", "quote", "\"\\"),
                        List.of("s\uFFFD"),
                        false,
                        false,
                        false));
    }

    @Test
    void storesTimesBeyondTheDatabasesCalendar() {
        inventory.store(
                HANGZHOU,
                List.of(image(HANGZHOU, "m-1", Instant.MAX), image(HANGZHOU, "m-2", Instant.MIN), image("m-3")),
                NOON);

        var newestFirst = candidates.page(HANGZHOU, null, 10);
        assertThat(newestFirst).extracting(image -> image.key().imageId()).containsExactly("m-1", "m-3", "m-2");
        assertThat(candidates.page(HANGZHOU, newestFirst.getFirst(), 10)).isEqualTo(newestFirst.subList(1, 3));
        assertThat(candidates.page(HANGZHOU, newestFirst.getLast(), 10)).isEmpty();
    }

    @Test
    void storesAListingOfManyChunks() {
        var listing = IntStream.range(0, 2_500).mapToObj(i -> image("m-" + i)).toList();

        inventory.store(HANGZHOU, listing, NOON);

        assertThat(candidates.page(HANGZHOU, null, 3_000)).containsExactlyInAnyOrderElementsOf(listing);
        assertThat(candidates.count(HANGZHOU)).isEqualTo(2_500);
    }
}
