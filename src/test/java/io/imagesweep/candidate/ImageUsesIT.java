package io.imagesweep.candidate;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ReferenceSource.INSTANCES;
import static io.imagesweep.candidate.ReferenceSource.LAUNCH_TEMPLATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.devservices.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageUsesIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String OWNER = HANGZHOU.accountId();

    private final ImageUses uses = new ImageUses(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate image, sync_source, image_reference").update();
    }

    @Test
    void givesTheLatestUseOfEachTypeAndAccount() {
        use(HANGZHOU, "m-1", "instance", "i-old", null, NOON.minusSeconds(9));
        use(HANGZHOU, "m-1", "instance", "i-new", OWNER, NOON);
        use(HANGZHOU, "m-1", "instance", "i-too", null, NOON);
        use(HANGZHOU, "m-1", "instance", "i-far", "2002", NOON.minusSeconds(5));
        use(HANGZHOU, "m-1", "dream", "d-1", null, NOON);
        use(HANGZHOU, "m-1", "dream", "d-2", null, null);
        use(HANGZHOU, "m-2", "instance", "i-2", null, NOON);
        use(HANGZHOU, "m-3", "instance", "i-3", null, NOON);
        use(BEIJING, "m-1", "instance", "i-4", null, NOON);

        assertThat(uses.latest(HANGZHOU, List.of("m-1", "m-2", "m-9", "m-\u0000")))
                .isEqualTo(Map.of(
                        "m-1",
                        List.of(
                                new ImageUse("dream", "d-2", OWNER, null),
                                new ImageUse("instance", "i-new", OWNER, NOON),
                                new ImageUse("instance", "i-far", "2002", NOON.minusSeconds(5))),
                        "m-2",
                        List.of(new ImageUse("instance", "i-2", OWNER, NOON))));
    }

    @Test
    void givesTheLatestUsesOfOneImage() {
        use(HANGZHOU, "m-1", "instance", "i-1", null, NOON);
        use(HANGZHOU, "m-1", "instance", "i-2", "2002", null);
        use(HANGZHOU, "m-1", "instance", "i-3", null, NOON.minusSeconds(1));
        use(HANGZHOU, "m-2", "instance", "i-4", null, NOON);

        assertThat(uses.of(new ImageKey(HANGZHOU, "m-1"), 2))
                .containsExactly(
                        new ImageUse("instance", "i-2", "2002", null), new ImageUse("instance", "i-1", OWNER, NOON));
    }

    @Test
    void givesTheStatesOfAllAccountsInARegion() {
        state(OWNER, "cn-hangzhou", "instances", NOON, "denied", NOON.minusSeconds(1));
        state("2002", "cn-hangzhou", "launch-templates", null, null, null);
        state(OWNER, "cn-hangzhou", "images", NOON, null, NOON);
        state(OWNER, "cn-hangzhou", "dreams", NOON, null, NOON);
        state(OWNER, "cn-beijing", "launch-templates", NOON, null, NOON);

        var states = uses.states("cn-hangzhou");

        assertThat(states.of(HANGZHOU, INSTANCES)).isEqualTo(new SourceState(NOON, "denied", NOON.minusSeconds(1)));
        assertThat(states.of(HANGZHOU, LAUNCH_TEMPLATES)).isEqualTo(SourceState.NEVER);
        assertThat(states.of(new AccountRegion("2002", "cn-hangzhou"), LAUNCH_TEMPLATES))
                .isEqualTo(SourceState.NEVER);
        assertThat(states.of(new AccountRegion("3003", "cn-hangzhou"), INSTANCES))
                .isEqualTo(SourceState.NEVER);
    }

    private static void use(
            AccountRegion where,
            String image,
            String type,
            String referrer,
            @Nullable String account,
            @Nullable Instant seenAt) {
        DATABASE.jdbc()
                .sql("insert into image_reference values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        where.accountId(), where.regionId(), image, type, referrer, account, StoredTime.of(seenAt)))
                .update();
    }

    private static void state(
            String account,
            String region,
            String source,
            @Nullable Instant syncedAt,
            @Nullable String error,
            @Nullable Instant observedSince) {
        DATABASE.jdbc()
                .sql("insert into sync_source values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        account, region, source, StoredTime.of(syncedAt), error, StoredTime.of(observedSince)))
                .update();
    }
}
