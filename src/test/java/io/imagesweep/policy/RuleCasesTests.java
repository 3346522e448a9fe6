package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static io.imagesweep.policy.Policies.ruling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.imagesweep.candidate.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCasesTests {
    private static final String GOES = "DELETE r due";
    private static final String NONE = "KEEP null no rule";
    private static final String NOT_DUE = "KEEP r not due";

    static Stream<Arguments> matches() {
        return Stream.of(
                arguments("names: ['nightly-*']", image().named("nightly-1"), GOES),
                arguments("names: ['nightly-*']", image().named("x-nightly-1"), NONE),
                arguments("names: ['*']", image().named(""), NONE),
                arguments("names: ['*']", image(), NONE),
                arguments("names: [a, b]", image().named("b"), GOES),
                arguments("families: [base, 'web*']", image().family("website"), GOES),
                arguments("families: [base, 'web*']", image().family("basement"), NONE),
                arguments("families: ['*']", image().family(""), NONE),
                arguments("families: ['regex:.*']", image(), NONE),
                arguments("tags: { a: x, b: [y, z] }", image().tag("a", "x").tag("b", "z"), GOES),
                arguments("tags: { a: x, b: [y, z] }", image().tag("a", "x"), NONE),
                arguments("tags: { a: x, b: [y, z] }", image().tag("b", "y"), NONE),
                arguments("tags: { a: '*' }", image().tag("a", ""), GOES),
                arguments("without-tags: { a: x, b: [y, z] }", image(), GOES),
                arguments(
                        "without-tags: { a: x, b: [y, z] }",
                        image().tag("a", "y").tag("b", "x"),
                        GOES),
                arguments("without-tags: { a: x, b: [y, z] }", image().tag("a", "x"), NONE),
                arguments("without-tags: { a: x, b: [y, z] }", image().tag("b", "z"), NONE),
                arguments("without-tags: { a: '*' }", image().tag("a", ""), NONE),
                arguments("regions: [cn-beijing, cn-hangzhou]", image(), GOES),
                arguments("regions: [cn-hangzhou-2, cn-hang]", image(), NONE),
                arguments("accounts: [1, 1001]", image(), GOES),
                arguments("accounts: [1, 01001]", image(), NONE),
                arguments("statuses: [Deprecated]", image(), NONE),
                arguments("statuses: [UnAvailable, CreateFailed]", image().status("CreateFailed"), GOES),
                arguments("min-size: 40", image().sized(40), GOES),
                arguments("min-size: 40", image().sized(39), NONE),
                arguments("min-size: 1", image().sized(null), NONE),
                arguments("min-size: 1", image().sized(0), NONE),
                arguments("names: ['n*'], min-size: 50", image().named("n"), NONE));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void takesWhatFitsAllLinesOfAMatch(String match, ImageBuilder image, String expected) {
        Policy policy = ruling("match: { " + match + " }, delete-when: { older-than: 1h }");

        assertThat(Policies.decide(policy, image.build())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1h, PT1H", "24h, PT24H", "1d, PT24H", "30d, PT720H", "1w, PT168H", "3650d, PT87600H", "521w, PT87528H"
    })
    void isDueOnceOlderThanItsSpanToTheMillisecond(String span, Duration exactly) {
        Policy policy = ruling("match: { accounts: [1001] }, delete-when: { older-than: " + span + " }");

        assertThat(Policies.decide(policy, image().aged(exactly).build())).isEqualTo(NOT_DUE);
        assertThat(Policies.decide(policy, image().aged(exactly.plusMillis(1)).build()))
                .isEqualTo(GOES);
    }

    @ParameterizedTest
    @CsvSource({
        // NOW is 2026-03-01T12:00:00Z
        "2026-02-28, true",
        "2026-03-01, false",
        "2024-02-29, true",
        "2025-02-29, false",
        "2026-03-01T12:00:00Z, false",
        "2026-03-01T11:59:59Z, true",
        "2026-03-01T11:59:59.999999999999Z, true",
        "2026-03-01T12:00:00.000000000001Z, false",
        "2026-03-01T20:00:00+08:00, false",
        "2026-03-01T19:59:59.9+08:00, true",
        "2026-02-28T18:00:00-18:00, false",
        "2026-02-28T17:59:59-18:00, true",
        "2026-03-02T05:59:59+18:00, true",
        "2026-02-01T00:00:00+18:01, false",
        "2026-02-01T00:00:00+19:00, false",
        "2026-02-01T00:00:00+08:60, false",
        "2026-02-01T00:00:00-00:00, true",
        "2026-02-01T00:00:00z, false",
        "2026-02-01t00:00:00Z, false",
        "2026-02-01 00:00:00Z, false",
        "2026-02-01T00:00Z, false",
        "2026-02-01T00:00:00, false",
        "2026-02-01T00:00:00.Z, false",
        "2026-02-01T24:00:00Z, false",
        "2026-02-01T23:59:60Z, false",
        "2026-02-30T00:00:00Z, false",
        "2026-02-01T00:00:00+0800, false",
        "2026-02-01T00:00:00+08, false",
        "' 2026-02-01', false",
        "2026-2-1, false",
        "20260201, false",
        "+2026-02-01, false",
        "０026-02-01, false",
        "0000-01-01, false",
        "0000-12-31T00:00:00Z, false",
        "0001-01-01, true",
        "'', false",
        "never, false"
    })
    void readsTheMomentOfATag(String value, boolean hasPassed) {
        Policy policy = ruling("match: { accounts: [1001] }, delete-when: { tag-date-passed: delete-after }");

        assertThat(Policies.decide(policy, image().tag("delete-after", value).build()))
                .isEqualTo(hasPassed ? GOES : NOT_DUE);
    }

    @Test
    void keepsOnTheDayOfItsTagToItsLastMillisecond() {
        Policy policy = ruling("match: { accounts: [1001] }, delete-when: { tag-date-passed: d }");
        Candidate image = image().tag("d", "2026-03-01").build();

        assertThat(policy.pass(Instant.parse("2026-03-01T23:59:59.999Z")).decide(image, Evidence.NONE))
                .isInstanceOf(Decision.Keep.class);
        assertThat(policy.pass(Instant.parse("2026-03-02T00:00:00Z")).decide(image, Evidence.NONE))
                .isInstanceOf(Decision.Delete.class);
    }

    static Stream<Arguments> conditions() {
        String choice = "any-of: [{ older-than: 90d }, { older-than: 10d, tag-date-passed: d }]";
        return Stream.of(
                arguments("older-than: 50d, tag-date-passed: d", image().days(60), NOT_DUE),
                arguments(
                        "older-than: 50d, tag-date-passed: d", image().days(60).tag("d", "2026-01-01"), GOES),
                arguments(
                        "older-than: 50d, tag-date-passed: d", image().days(40).tag("d", "2026-01-01"), NOT_DUE),
                arguments(choice, image().days(100), GOES),
                arguments(choice, image().days(60), NOT_DUE),
                arguments(choice, image().days(60).tag("d", "2026-01-01"), GOES),
                arguments(choice, image().days(9).tag("d", "2026-01-01"), NOT_DUE),
                arguments("older-than: 95d, " + choice, image().days(94), NOT_DUE),
                arguments("older-than: 95d, " + choice, image().days(96), GOES),
                arguments("older-than: 50d, " + choice, image().days(60), NOT_DUE));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void isDueWhenAllLinesHold(String deleteWhen, ImageBuilder image, String expected) {
        Policy policy = ruling("match: { accounts: [1001] }, delete-when: { " + deleteWhen + " }");

        assertThat(Policies.decide(policy, image.build())).isEqualTo(expected);
    }

    @Test
    void letsTheFirstRuleThatFitsDecideAlone() {
        Policy policy = Policies.policy("""
                version: 1
                protect: { referenced-by: [], family-floor: 0 }
                rules:
                  - { name: long, match: { names: ["a*"] }, delete-when: { older-than: 200d } }
                  - { name: forced, match: { names: ["*"] }, delete-when: { older-than: 10d }, force: true }
                """);
        PolicyPass pass = policy.pass(NOW);
        Decision kept = pass.decide(image("1").named("ab").build(), Evidence.NONE);
        Decision gone = pass.decide(image("2").named("b").build(), Evidence.NONE);

        assertThat(Policies.told(kept)).isEqualTo("KEEP long not due");
        assertThat(Policies.told(gone)).isEqualTo("DELETE forced due");
        assertThat(((Decision.Delete) gone).manner().force()).isTrue();
        assertThat(pass.matches())
                .containsExactly(
                        new RuleMatch("protect.newer-than", 0),
                        new RuleMatch("protect.shared", 0),
                        new RuleMatch("long", 1),
                        new RuleMatch("forced", 1));
    }
}
