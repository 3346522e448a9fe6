package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTests {
    @Test
    void tellsTheDetailsOfEachReason() {
        Policy policy = Policies.policy(
                "newer-than: 7d, tags: { env: prod }, names: ['g*'], without-tags: { w: [a] }, statuses: [CreateFailed],"
                        + " family-floor: 2",
                "match: { families: ['*'] }, delete-when: { older-than: 30d, any-of: [{ older-than: 40d },"
                        + " { tag-date-passed: d }] }, keep-latest: { count: 2, per: image-family }");
        PolicyPass pass = policy.pass(NOW);
        List<String> reasons = Stream.of(
                        image("00").created(NOW.plusSeconds(1)),
                        image("01").aged(Duration.parse("PT29M59.9S")),
                        image("02").aged(Duration.parse("PT5H30M")),
                        image("03").aged(Duration.parse("P3DT4H59M")),
                        image("04").days(8).status("CreateFailed"),
                        image("05").days(9).tag("env", "prod").tag("w", "a"),
                        image("06").days(10).tag("w", "b"),
                        image("07").days(11).named("golden"),
                        image("08").days(12).shared(null).tag("w", "a"),
                        image("09").days(13).shared(true).tag("w", "a"),
                        image("10").days(14).tag("w", "a"),
                        image("11").days(15).tag("w", "a").family("f"),
                        image("12").days(16).tag("w", "a").family("f"),
                        image("13").days(17).tag("w", "a").family("f"),
                        image("14").days(32).tag("w", "a").family("f"),
                        image("15").days(33).tag("w", "a").family("f").tag("d", "2026-01-01"),
                        image("16").days(34).tag("w", "a").family("f").tag("d", "soon"),
                        image("17").days(41).tag("w", "a").family("f"),
                        image("18").created(null),
                        image("19").created(Instant.EPOCH),
                        image("20").status("Waiting"),
                        image("21").status("New\nStatus"),
                        image("22").status(null),
                        image("23").days(101).openToAll())
                .map(image -> pass.decide(image.build(), Evidence.NONE).reason())
                .toList();

        assertThat(reasons)
                .containsExactly(
                        "future creation time: 2026-03-01T12:00:01Z is not before 2026-03-01T12:00:00Z",
                        "protected without tag: no tag \"w\"",
                        "protected without tag: no tag \"w\"",
                        "protected without tag: no tag \"w\"",
                        "protected status: CreateFailed",
                        "protected tag: tag \"env\" is \"prod\"",
                        "protected without tag: tag \"w\" is \"b\"",
                        "protected without tag: no tag \"w\"",
                        "shares unknown: nobody could tell with whom it is shared",
                        "shared: other accounts may use it",
                        "no rule: the match of none fits",
                        "family floor: 0 newer in family \"f\", family-floor 2",
                        "family floor: 1 newer in family \"f\", family-floor 2",
                        "not due: 17 d 0 h old, older-than 30d",
                        "not due: none of the 2 in any-of holds",
                        "due: 33 d 0 h old, older-than 30d; tag \"d\" is \"2026-01-01\"; 4 newer, keep-latest 2 per"
                                + " image-family",
                        "not due: none of the 2 in any-of holds",
                        "due: 41 d 0 h old, older-than 30d; 41 d 0 h old, older-than 40d; 6 newer, keep-latest 2 per"
                                + " image-family",
                        "no creation time: none is known",
                        "no creation time: 1970-01-01T00:00:00Z is before 2009-01-01T00:00:00Z",
                        "being created: Waiting",
                        "unknown status: \"New\uFFFDStatus\"",
                        "unknown status: none",
                        "public: anybody may use it");
    }

    @Test
    void tellsAgesInTwoUnits() {
        assertThat(Stream.of("PT0.999S", "PT59M59S", "PT1H", "PT23H59M", "P1D", "P9DT23H59M")
                        .map(Duration::parse)
                        .map(Ages::text))
                .containsExactly("0 min 0 s", "59 min 59 s", "1 h 0 min", "23 h 59 min", "1 d 0 h", "9 d 23 h");
    }

    @Test
    void keepsReasonsShortHoweverLongTheTextsAre() {
        String endless = "x".repeat(10_000);
        Policy policy = Policies.policy(
                "newer-than: 1h, tags: { %1$s: '*' }".formatted("k".repeat(1000)),
                "match: { names: ['*'] }, delete-when: { older-than: 1h }, keep-latest: { count: 1, per: tag/%s }"
                        .formatted(endless));

        assertThat(policy.pass(NOW)
                        .decide(image().tag("k".repeat(1000), endless).build(), Evidence.NONE)
                        .reason())
                .hasSizeLessThan(200);
        assertThat(policy.pass(NOW)
                        .decide(image().named(endless).build(), Evidence.NONE)
                        .reason())
                .hasSizeLessThan(200);
    }

    @Test
    void tellsWhatKeepLatestFound() {
        String match = "match: { accounts: [1001] }, keep-latest: { count: 1, per: ";

        assertThat(reason(match + "region }", image(), image("m-2")))
                .isEqualTo("due: 1 newer, keep-latest 1 per region");
        assertThat(reason(match + "tag/a }", image().tag("a", "")))
                .isEqualTo("among the latest: 0 newer, keep-latest 1 per tag/a");
        assertThat(reason(match + "tag/a }", image())).isEqualTo("no group: it has no tag/a");
        assertThat(reason(match + "image-family }", image())).isEqualTo("no group: it has no image-family");
    }

    @Test
    void tellsWhyTheDateOfATagHasNotPassed() {
        String rule = "match: { accounts: [1001] }, delete-when: { tag-date-passed: d }";

        assertThat(reason(rule, image())).isEqualTo("not due: no tag \"d\"");
        assertThat(reason(rule, image().tag("d", "2099-01-01"))).isEqualTo("not due: tag \"d\" is \"2099-01-01\"");
        assertThat(reason(rule, image().tag("d", "soon")))
                .isEqualTo("not due: tag \"d\" is \"soon\", which is neither a date nor a time");
    }

    @Test
    void showsTextsUpToSixtyCodePoints() {
        String sixty = "\ud83d\ude00".repeat(60);

        assertThat(Shown.of(sixty)).isEqualTo('"' + sixty + '"');
        assertThat(Shown.of(sixty + "x")).isEqualTo('"' + sixty + "…\"");
        assertThat(Shown.of("a\tb\u2028\u200b\ud83d")).isEqualTo("\"a\uFFFDb\uFFFD\uFFFD\uFFFD\"");
    }

    private static String reason(String rule, ImageBuilder... images) {
        PolicyPass pass = Policies.ruling(rule).pass(NOW);
        return Stream.of(images)
                .map(image -> pass.decide(image.build(), Evidence.NONE).reason())
                .toList()
                .getLast();
    }
}
