package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static io.imagesweep.policy.Policies.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepLatestTests {
    private static final String GOES = "DELETE r due";
    private static final String NONE = "KEEP null no rule";
    private static final String NOT_DUE = "KEEP r not due";
    private static final String LATEST = "KEEP r among the latest";
    private static final String NO_GROUP = "KEEP r no group";

    @Test
    void keepsTheLatestOfEachFamily() {
        Policy policy = ruling("match: { names: ['*'] }, keep-latest: { count: 2, per: image-family }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("1").named("n").family("f").days(10).build(),
                                image("2").named("n").family("g").days(11).build(),
                                image("3")
                                        .named("n")
                                        .family("f")
                                        .days(12)
                                        .status("Deprecated")
                                        .build(),
                                image("4").family("f").days(13).build(),
                                image("5").named("n").family("f").days(14).build(),
                                image("6").named("n").family("f").days(15).build(),
                                image("7").named("n").family("").days(16).build(),
                                image("8").named("n").days(17).build())))
                .containsExactly(LATEST, LATEST, LATEST, NONE, LATEST, GOES, NO_GROUP, NO_GROUP);
    }

    @Test
    void keepsTheLatestOfEachValueOfATag() {
        Policy policy = ruling("match: { accounts: [1001] }, keep-latest: { count: 1, per: tag/a/b }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("1").tag("a/b", "x").days(10).build(),
                                image("2").tag("a/b", "").days(11).build(),
                                image("3").tag("a/b", "x").days(12).build(),
                                image("4").tag("a/b", "").days(13).build(),
                                image("5").tag("a", "x").days(14).build())))
                .containsExactly(LATEST, LATEST, GOES, GOES, NO_GROUP);
    }

    @Test
    void keepsTheLatestOfARegionAndCountsAnewInTheNext() {
        Policy policy = ruling("match: { min-size: 1 }, keep-latest: { count: 1, per: region }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("1").created(NOW.plusSeconds(1)).build(),
                                image("2").family("f").days(10).build(),
                                image("3").days(11).build(),
                                image("3").in("1001", "eu-central-1").days(11).build(),
                                image("4").in("1001", "eu-central-1").days(12).build())))
                .containsExactly("KEEP built-in future creation time", LATEST, GOES, LATEST, GOES);
    }

    @Test
    void countsProtectedImagesAmongTheLatest() {
        Policy policy = Policies.policy(
                "newer-than: 1h, tags: { keep: '*' }, family-floor: 0",
                "match: { accounts: [1001] }, keep-latest: { count: 2, per: region }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("1").aged(Duration.ofMinutes(1)).build(),
                                image("2").days(1).tag("keep", "").build(),
                                image("3").days(2).build())))
                .containsExactly("KEEP protect.newer-than too new", "KEEP protect.tags protected tag", GOES);
    }

    @Test
    void deletesOnlyWhatIsBothDueAndNotAmongTheLatest() {
        Policy policy = ruling("match: { accounts: [1001] }, delete-when: { older-than: 30d },"
                + " keep-latest: { count: 1, per: image-family }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("1").family("f").days(10).build(),
                                image("2").family("f").days(20).build(),
                                image("3").family("f").days(40).build(),
                                image("4").family("g").days(50).build(),
                                image("5").days(60).build(),
                                image("6").days(61).created(null).build())))
                .containsExactly(NOT_DUE, NOT_DUE, GOES, LATEST, NO_GROUP, "KEEP built-in no creation time");
    }

    @Test
    void breaksTiesOfCreationByTheBytesOfTheId() {
        Policy policy = ruling("match: { accounts: [1001] }, keep-latest: { count: 1, per: region }");

        assertThat(Policies.decideAll(
                        policy, List.of(image("m-B").build(), image("m-a").build())))
                .containsExactly(LATEST, GOES);
    }
}
