package io.imagesweep.candidate;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.candidate.ImageFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.devservices.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Inventory inventory = new Inventory(DATABASE.jdbc(), DATABASE.batches(), DATABASE.transactions());
    private final Candidates candidates = new Candidates(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate image, sync_source, image_reference").update();
    }

    @Test
    void givesBackWhatAListingHeld() {
        var full = image("m-1");
        var bare = new Candidate(
                new ImageKey(HANGZHOU, "m-2"),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                null,
                true,
                true);

        inventory.store(HANGZHOU, List.of(full, bare), NOON);

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(full, bare);
    }

    @Test
    void marksAsGoneWhatACompleteListingNoLongerHolds() {
        inventory.store(HANGZHOU, List.of(image("m-1"), image("m-2")), NOON);
        inventory.store(BEIJING, List.of(image(BEIJING, "m-1", NOON)), NOON);

        inventory.store(HANGZHOU, List.of(image("m-2")), NOON.plusSeconds(60));

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(image("m-2"));
        assertThat(candidates.count(BEIJING)).isOne();
        assertThat(instant("select gone_at from image where image_id = 'm-1' and region_id = 'cn-hangzhou'"))
                .isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void showsAnImageAgainThatWasSeenAgain() {
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);
        inventory.store(HANGZHOU, List.of(), NOON.plusSeconds(60));
        inventory.store(HANGZHOU, List.of(named(image("m-1"), "renamed")), NOON.plusSeconds(120));

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(named(image("m-1"), "renamed"));
        assertThat(instant("select last_seen_at from image")).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void knowsWhenAndWithHowManyTheImagesWereListed() {
        assertThat(inventory.lastSync(HANGZHOU)).isEmpty();

        inventory.store(HANGZHOU, List.of(image("m-1"), image("m-2")), NOON);
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON.plusSeconds(60));

        assertThat(inventory.lastSync(HANGZHOU)).contains(new SyncedSource(NOON.plusSeconds(60), 1L));
        assertThat(instant("select observed_since from sync_source")).isEqualTo(NOON);
    }

    @Test
    void doesTheSameWhenAListingIsStoredTwice() {
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(image("m-1"));
    }

    @Test
    void keepsTheNewerOfTwoListings() {
        inventory.store(HANGZHOU, List.of(image("m-2")), NOON.plusSeconds(60));

        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(image("m-2"));
        assertThat(inventory.lastSync(HANGZHOU)).contains(new SyncedSource(NOON.plusSeconds(60), 1L));
    }

    @Test
    void countsAnImageOnceThatTheListingHoldsTwice() {
        inventory.store(HANGZHOU, List.of(image("m-1"), named(image("m-1"), "later")), NOON);

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(named(image("m-1"), "later"));
        assertThat(inventory.lastSync(HANGZHOU)).contains(new SyncedSource(NOON, 1L));
    }

    @Test
    void notesAFailureAndLosesNothing() {
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);

        inventory.failed(HANGZHOU, "images", "Forbidden\0: no");
        inventory.failed(HANGZHOU, "instances", "Throttling");

        assertThat(errors()).containsExactly("images: Forbidden\uFFFD: no", "instances: Throttling");
        assertThat(inventory.lastSync(HANGZHOU)).contains(new SyncedSource(NOON, 1L));
        assertThat(candidates.count(HANGZHOU)).isOne();

        inventory.store(HANGZHOU, List.of(), NOON.plusSeconds(1));

        assertThat(errors()).containsExactly("instances: Throttling");
    }

    @Test
    void neverCallsAFailedSourceSynced() {
        inventory.failed(HANGZHOU, "images", "Forbidden");

        assertThat(inventory.lastSync(HANGZHOU)).isEmpty();
    }

    @Test
    void hidesImagesThatAreGone() {
        inventory.store(HANGZHOU, List.of(image("m-1"), image("m-2"), image("m-3")), NOON);

        inventory.gone(HANGZHOU, List.of("m-1", "m-3", "m-9"), NOON.plusSeconds(1));
        inventory.gone(HANGZHOU, List.of("m-1"), NOON.plusSeconds(2));

        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(image("m-2"));
        assertThat(instant("select gone_at from image where image_id = 'm-1'")).isEqualTo(NOON.plusSeconds(1));
    }

    private static Instant instant(String sql) {
        return DATABASE.jdbc()
                .sql(sql)
                .query((row, _) -> StoredTime.in(row, row.getMetaData().getColumnName(1)))
                .single();
    }

    private static List<@Nullable String> errors() {
        return DATABASE.jdbc().sql("""
                        select source || ': ' || error
                        from sync_source
                        where error is not null
                        order by source
                        """).query(String.class).list();
    }
}
