package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static io.imagesweep.policy.Policies.protecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyFloorTests {
    private static final String GOES = "DELETE r due";
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void keepsAsManyOfAFamilyAsTheFloorSays() {
        List<Candidate> images = List.of(
                image("5").days(11).family("f").created(null).build(),
                image("1").days(20).family("f").build(),
                image("2").days(21).family("g").build(),
                image("3").days(22).family("f").status("Deprecated").build(),
                image("4").days(23).family("f").build(),
                image("6").days(24).family("").build(),
                image("7").days(24).build(),
                image("8").days(25).family("f").build(),
                image("9").days(25).family("F").build());
        String floor = "KEEP protect.family-floor family floor";

        assertThat(Policies.decideAll(protecting("family-floor: 2"), images))
                .containsExactly("KEEP built-in no creation time", floor, floor, GOES, floor, GOES, GOES, GOES, floor);
        assertThat(Policies.decideAll(protecting("family-floor: 1"), images).get(4))
                .isEqualTo(GOES);
        assertThat(Policies.decideAll(protecting("family-floor: 3"), images).get(7))
                .isEqualTo(floor);
        assertThat(Policies.decideAll(protecting("family-floor: 0"), images)).doesNotContain(floor);
    }

    @Test
    void countsAllAvailableImagesOfAFamilyAsNewerWhateverProtectsThem() {
        List<Candidate> images = List.of(
                image("1").aged(MILLI).family("f").build(),
                image("2").days(2).family("f").openToAll().build(),
                image("3")
                        .days(3)
                        .family("f")
                        .in("1001", "cn-hangzhou")
                        .tag("keep", "x")
                        .build(),
                image("4").days(4).family("f").build());

        assertThat(Policies.decideAll(protecting("family-floor: 3, tags: { keep: '*' }"), images)
                        .getLast())
                .isEqualTo(GOES);
        assertThat(Policies.decideAll(protecting("family-floor: 4, tags: { keep: '*' }"), images)
                        .getLast())
                .isEqualTo("KEEP protect.family-floor family floor");
    }

    @Test
    void neverCountsAnImageOfTheFutureOrOfNoTimeAsNewer() {
        List<Candidate> images = List.of(
                image("1").created(NOW.plusSeconds(9)).family("f").build(),
                image("2").created(NOW).family("f").build(),
                image("3").days(3).family("f").build(),
                image("4").days(4).family("f").build(),
                image("5").created(Instant.EPOCH).family("f").build(),
                image("6").created(null).family("f").build());

        assertThat(Policies.decideAll(protecting("family-floor: 1"), images))
                .containsExactly(
                        "KEEP built-in future creation time",
                        "KEEP built-in future creation time",
                        "KEEP protect.family-floor family floor",
                        GOES,
                        "KEEP built-in no creation time",
                        "KEEP built-in no creation time");
    }

    @Test
    void countsFamiliesAnewInEachAccountAndRegion() {
        Policy policy =
                Policies.policy("newer-than: 1h", "match: { statuses: [Available] }, delete-when: { older-than: 1h }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("1").family("f").build(),
                                image("2").family("f").build(),
                                image("1")
                                        .family("f")
                                        .in("1001", "eu-central-1")
                                        .build(),
                                image("1")
                                        .family("f")
                                        .in("1002", "eu-central-1")
                                        .build(),
                                image("2")
                                        .family("f")
                                        .in("1002", "eu-central-1")
                                        .build())))
                .containsExactly(
                        "KEEP protect.family-floor family floor",
                        GOES,
                        "KEEP protect.family-floor family floor",
                        "KEEP protect.family-floor family floor",
                        GOES);
    }
}
