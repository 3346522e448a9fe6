package io.imagesweep.candidate;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.OTHER_ACCOUNT;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.candidate.ImageFixture.named;
import static io.imagesweep.candidate.ImageFixture.withStatus;
import static io.imagesweep.candidate.ReferenceSource.INSTANCES;
import static io.imagesweep.candidate.ReferenceSource.SCALING_CONFIGURATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Reference.ImageName;
import io.imagesweep.devservices.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who refers to which image, as it is stored. */
class ImageReferencesIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Inventory inventory = ImageFixture.inventory(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate image, sync_source, image_reference").update();
    }

    @Test
    void belongToTheReferrersOwnImageFirst() {
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);
        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON)), NOON);

        store(HANGZHOU, NOON, instance("i-1", "m-1"));

        assertThat(rows()).containsExactly("1000000000000001 m-1 instance i-1 null");
    }

    @Test
    void belongToTheAccountThatOwnsTheImage() {
        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON)), NOON);

        store(HANGZHOU, NOON, instance("i-1", "m-1"));

        assertThat(rows()).containsExactly("1000000000000002 m-1 instance i-1 1000000000000001");
    }

    @Test
    void belongToWhoeverStillHasTheImage() {
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);
        inventory.store(HANGZHOU, List.of(), LATER);
        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON)), NOON);

        store(HANGZHOU, NOON, instance("i-1", "m-1"));

        assertThat(rows()).containsExactly("1000000000000002 m-1 instance i-1 1000000000000001");
    }

    @Test
    void areAdoptedWhenTheOwnerTurnsUp() {
        store(HANGZHOU, NOON, instance("i-1", "m-1"));
        assertThat(rows()).containsExactly("1000000000000001 m-1 instance i-1 null");

        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON)), LATER);

        assertThat(rows())
                .containsExactly(
                        "1000000000000001 m-1 instance i-1 null", "1000000000000002 m-1 instance i-1 1000000000000001");
        assertThat(DATABASE.jdbc()
                        .sql("select distinct seen_at from image_reference")
                        .query(Timestamp.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void areNotAdoptedFromAnAccountThatHasTheImageItself() {
        inventory.store(HANGZHOU, List.of(image("m-1")), NOON);
        store(HANGZHOU, NOON, instance("i-1", "m-1"));

        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON)), LATER);

        assertThat(rows()).containsExactly("1000000000000001 m-1 instance i-1 null");
    }

    @Test
    void resolveAFamilyToItsNewestAvailableImage() {
        inventory.store(
                HANGZHOU,
                List.of(
                        image(HANGZHOU, "m-old", NOON),
                        image(HANGZHOU, "m-new", LATER),
                        withStatus("Deprecated", image(HANGZHOU, "m-newest", LATER.plusSeconds(1)))),
                NOON);
        inventory.store(OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-theirs", LATER)), NOON);

        store(HANGZHOU, NOON, new Reference("scaling-configuration", "asc-1", new ImageName.NewestOf("nightly")));

        assertThat(rows()).containsExactly("1000000000000001 m-new scaling-configuration asc-1 null");
    }

    @Test
    void resolveAFamilyThatOnlyAnotherAccountHas() {
        inventory.store(
                OTHER_ACCOUNT, List.of(image(OTHER_ACCOUNT, "m-1", NOON), image(OTHER_ACCOUNT, "m-2", LATER)), NOON);

        store(HANGZHOU, NOON, new Reference("scaling-configuration", "asc-1", new ImageName.NewestOf("nightly")));
        store(HANGZHOU, NOON, new Reference("scaling-configuration", "asc-2", new ImageName.NewestOf("unknown")));

        assertThat(rows()).containsExactly("1000000000000002 m-2 scaling-configuration asc-1 1000000000000001");
    }

    @Test
    void resolveANameToEveryImageOfIt() {
        inventory.store(HANGZHOU, List.of(named(image("m-1"), "web"), named(image("m-2"), "web"), image("m-3")), NOON);

        store(HANGZHOU, NOON, new Reference("scaling-configuration", "asc-1", new ImageName.ByName("web")));

        assertThat(rows())
                .containsExactly(
                        "1000000000000001 m-1 scaling-configuration asc-1 null",
                        "1000000000000001 m-2 scaling-configuration asc-1 null");
    }

    @Test
    void stayWhenTheyAreNotSeenAgainButAreNoLongerCurrent() {
        store(HANGZHOU, NOON, instance("i-1", "m-1"), instance("i-2", "m-1"));
        store(HANGZHOU, LATER, instance("i-2", "m-1"));

        assertThat(rows()).hasSize(2);
        assertThat(current()).containsExactly("i-2");
    }

    @Test
    void areNotOverwrittenByAnOlderSync() {
        store(HANGZHOU, LATER, instance("i-1", "m-1"));
        store(HANGZHOU, NOON, instance("i-1", "m-1"), instance("i-2", "m-1"));

        assertThat(rows()).hasSize(1);
    }

    @Test
    void areManyAtOnceAndDoubledOnes() {
        var many = Stream.concat(IntStream.range(0, 12_000).boxed(), Stream.of(1, 2, 11_999))
                .map(number -> instance("i-" + number, "m-1"))
                .toArray(Reference[]::new);

        store(HANGZHOU, NOON, many);

        assertThat(current()).hasSize(12_000);
    }

    @Test
    void sayHowManyReferrersThereAreAndSinceWhen() {
        inventory.failed(HANGZHOU, "instances", "Forbidden");
        inventory.store(HANGZHOU, INSTANCES, new Referrers(7, List.of()), NOON);
        inventory.store(HANGZHOU, INSTANCES, new Referrers(5, List.of()), LATER);
        inventory.failed(HANGZHOU, SCALING_CONFIGURATIONS.toString(), "Forbidden");

        assertThat(DATABASE.jdbc()
                        .sql("""
                        select concat_ws(' ', source, population, error,
                          observed_since = '%s', synced_at = '%s') from sync_source order by source
                        """.formatted(NOON, LATER))
                        .query(String.class)
                        .list())
                .containsExactly("instances 5 t t", "scaling-configurations Forbidden");
    }

    private void store(AccountRegion where, Instant at, Reference... references) {
        inventory.store(where, INSTANCES, new Referrers(references.length, List.of(references)), at);
    }

    private static Reference instance(String id, String image) {
        return new Reference("instance", id, new ImageName.ById(image));
    }

    private static List<@Nullable String> rows() {
        return DATABASE.jdbc().sql("""
                        select concat_ws(' ', account_id, image_id, referrer_type, referrer_id,
                          coalesce(referrer_account_id, 'null'))
                        from image_reference order by 1
                        """).query(String.class).list();
    }

    private static List<@Nullable String> current() {
        return DATABASE.jdbc().sql("""
                        select referrer_id from image_reference
                        join sync_source using (account_id, region_id) where seen_at >= synced_at
                        """).query(String.class).list();
    }
}
