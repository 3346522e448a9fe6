package io.imagesweep.candidate;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.OTHER_ACCOUNT;
import static io.imagesweep.candidate.ImageFixture.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.imagesweep.devservices.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CandidatesIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Inventory inventory = new Inventory(DATABASE.jdbc(), DATABASE.batches(), DATABASE.transactions());
    private final Candidates candidates = new Candidates(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate image, sync_source, image_reference").update();
    }

    @Test
    void comesNewestFirstAndThenByTheBytesOfTheId() {
        var listing = List.of(
                image(HANGZHOU, "m-a", NOON),
                image(HANGZHOU, "m-B", NOON),
                image(HANGZHOU, "m-ä", NOON),
                image(HANGZHOU, "m-_", NOON),
                image(HANGZHOU, "m-new", NOON.plusMillis(1)),
                image(HANGZHOU, "m-old", NOON.minusNanos(1_000)),
                image(HANGZHOU, "m-b-undated", null),
                image(HANGZHOU, "m-C-undated", null));
        inventory.store(HANGZHOU, listing, NOON);

        assertThat(ids(candidates.page(HANGZHOU, null, 100)))
                .containsExactly("m-new", "m-B", "m-_", "m-a", "m-ä", "m-old", "m-C-undated", "m-b-undated");
    }

    @Test
    void comesInTheSameOrderWhateverThePage() {
        inventory.store(
                HANGZHOU,
                List.of(
                        image(HANGZHOU, "m-a", NOON),
                        image(HANGZHOU, "m-B", NOON),
                        image(HANGZHOU, "m-old", NOON.minusSeconds(1)),
                        image(HANGZHOU, "m-undated", null),
                        image(HANGZHOU, "m-Undated", null)),
                NOON);
        var whole = candidates.page(HANGZHOU, null, 100);

        for (int size = 1; size <= 6; size++) {
            assertThat(inPagesOf(size)).isEqualTo(whole);
        }
    }

    private List<Candidate> inPagesOf(int size) {
        var all = new ArrayList<Candidate>();
        var page = candidates.page(HANGZHOU, null, size);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = candidates.page(HANGZHOU, page.getLast(), size);
        }
        return all;
    }

    @Test
    void knowsTheAccountsAndRegionsThatHaveCandidates() {
        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON)), NOON);
        inventory.store(HANGZHOU, List.of(image("m-1"), image("m-2")), NOON);
        inventory.store(BEIJING, List.of(), NOON);

        assertThat(candidates.regions()).containsExactly(HANGZHOU, OTHER_ACCOUNT);
        assertThat(candidates.count(HANGZHOU)).isEqualTo(2);
        assertThat(candidates.count(BEIJING)).isZero();
    }

    @Test
    void readsWhatOtherProgramsFilledIn() {
        DATABASE.jdbc().sql("""
                insert into image (account_id, region_id, image_id, tags)
                values ('1000000000000001', 'cn-hangzhou', 'm-1', '{"n": 1, "none": null, "deep": {"a": [true]}}')
                """).update();

        var image = candidates.page(HANGZHOU, null, 1).getFirst();

        assertThat(image.tags()).containsOnly(entry("n", "1"), entry("none", ""), entry("deep", "{\"a\":[true]}"));
        assertThat(image.shared()).isNull();
        assertThat(image.isPublic()).isFalse();
        assertThat(image.createdAt()).isNull();
    }

    @Test
    void readsTheViewOfAnotherDatabaseWhereItsOwnerPutIt() {
        var other = TestDatabase.fresh();
        other.jdbc().sql("""
                create view public.candidate_image as
                select '1000000000000001'::varchar as account_id, 'cn-hangzhou'::varchar as region_id,
                  'm-1'::varchar as image_id, null::text as image_name, null::text as image_family,
                  null::text as image_version, 'Available'::text as status, null::timestamptz as created_at,
                  8::bigint as size_gib, null::jsonb as tags, array['s-1', null]::text[] as snapshot_ids,
                  true as is_shared, null::boolean as is_public, null::boolean as is_copied
                """).update();
        var settings = new RetentionSettings(other.url(), "postgres", "");

        try (var pool = new RetentionConfiguration().retentionDataSource(settings)) {
            var theirs = new Candidates(JdbcClient.create(pool), DATABASE.transactions());

            assertThat(theirs.regions()).containsExactly(HANGZHOU);
            var image = theirs.page(HANGZHOU, null, 10).getFirst();
            assertThat(image.sizeGib()).isEqualTo(8);
            assertThat(image.tags()).isEmpty();
            assertThat(image.snapshotIds()).containsExactly("s-1");
            assertThat(image.isPublic()).isTrue();
        }
        assertThat(settings.toString()).doesNotContain(other.url());
    }

    @Test
    void readsTheViewOfAnotherDatabaseInASchemaNamedAsOurs() {
        var other = TestDatabase.migrated();
        new Inventory(other.jdbc(), other.batches(), other.transactions())
                .store(HANGZHOU, List.of(image("m-theirs")), NOON);
        inventory.store(HANGZHOU, List.of(image("m-ours")), NOON);

        try (var pool =
                new RetentionConfiguration().retentionDataSource(new RetentionSettings(other.url(), "postgres", ""))) {
            var theirs = new Candidates(JdbcClient.create(pool), DATABASE.transactions());

            assertThat(theirs.page(HANGZHOU, null, 10)).containsExactly(image("m-theirs"));
        }
    }

    @Test
    void refusesTagsThatAreNone() {
        assertThatThrownBy(() -> StoredTags.read("[\"keep\"]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tags are not a JSON object: [\"keep\"]");
    }

    private static List<String> ids(List<Candidate> images) {
        return images.stream().map(image -> image.key().imageId()).toList();
    }
}
