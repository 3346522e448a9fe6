package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static io.imagesweep.policy.Policies.protecting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.imagesweep.candidate.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectionCasesTests {
    private static final String GOES = "DELETE r due";
    private static final Duration MILLI = Duration.ofMillis(1);

    static Stream<Arguments> builtIn() {
        return Stream.of(
                arguments(image(), GOES),
                arguments(image().status("Deprecated"), GOES),
                arguments(image().status("UnAvailable"), GOES),
                arguments(image().status("CreateFailed"), GOES),
                arguments(image().status("Creating"), "KEEP built-in being created"),
                arguments(image().status("Waiting"), "KEEP built-in being created"),
                arguments(image().status("available"), "KEEP built-in unknown status"),
                arguments(image().status(""), "KEEP built-in unknown status"),
                arguments(image().status(null), "KEEP built-in unknown status"),
                arguments(image().created(null), "KEEP built-in no creation time"),
                arguments(image().created(Instant.parse("2008-12-31T23:59:59.999Z")), "KEEP built-in no creation time"),
                arguments(image().created(Instant.MIN), "KEEP built-in no creation time"),
                arguments(image().created(Instant.parse("2009-01-01T00:00:00Z")), GOES),
                arguments(image().created(NOW), "KEEP built-in future creation time"),
                arguments(image().created(NOW.plusNanos(1)), "KEEP built-in future creation time"),
                arguments(image().created(Instant.MAX), "KEEP built-in future creation time"),
                arguments(image().created(NOW.minusNanos(1)), "KEEP protect.newer-than too new"),
                arguments(image().openToAll(), "KEEP built-in public"),
                arguments(image().status("x").created(null).openToAll(), "KEEP built-in unknown status"),
                arguments(image().status("Waiting").created(null), "KEEP built-in being created"),
                arguments(image().created(null).openToAll(), "KEEP built-in no creation time"));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void keepsWhatNoPolicyMayDelete(ImageBuilder image, String expected) {
        assertThat(Policies.decide(protecting(""), image.build())).isEqualTo(expected);
    }

    static Stream<Arguments> keys() {
        String tagged = "KEEP protect.tags protected tag";
        String untagged = "KEEP protect.without-tags protected without tag";
        String named = "KEEP protect.names protected name";
        return Stream.of(
                arguments("tags: { keep: '*' }", image().tag("keep", ""), tagged),
                arguments("tags: { keep: '*' }", image().tag("Keep", "x"), GOES),
                arguments("tags: { env: prod }", image().tag("env", "prod"), tagged),
                arguments("tags: { env: prod }", image().tag("env", "Prod"), GOES),
                arguments("tags: { env: prod }", image().tag("env", " prod"), GOES),
                arguments("tags: { env: prod }", image().tag("env", "prod*"), GOES),
                arguments("tags: { env: '' }", image().tag("env", ""), tagged),
                arguments("tags: { env: '' }", image(), GOES),
                arguments("tags: { env: [prod, staging] }", image().tag("env", "staging"), tagged),
                arguments("tags: { env: [prod, staging] }", image().tag("env", "dev"), GOES),
                arguments("tags: { a: x, b: y }", image().tag("b", "y"), tagged),
                arguments("tags: { env: no }", image().tag("env", "no"), tagged),
                arguments("tags: { env: no }", image().tag("env", "false"), GOES),
                arguments("tags: { env: ~, v: 1.0 }", image().tag("v", "1.0"), tagged),
                arguments("tags: { env: ~, v: 010 }", image().tag("v", "8"), GOES),
                arguments("without-tags: { cleanup: allowed }", image().tag("cleanup", "allowed"), GOES),
                arguments("without-tags: { cleanup: allowed }", image().tag("cleanup", "Allowed"), untagged),
                arguments("without-tags: { cleanup: allowed }", image(), untagged),
                arguments("without-tags: { cleanup: '*' }", image().tag("cleanup", ""), GOES),
                arguments("without-tags: { a: '*', b: '*' }", image().tag("a", "1"), untagged),
                arguments("names: ['golden-*']", image().named("golden-"), named),
                arguments("names: ['golden-*']", image().named("Golden-1"), GOES),
                arguments("names: ['a*', 'regex:.*-v[0-9]+']", image().named("web-v12"), named),
                arguments("names: ['*', 'regex:.*']", image().named(null), GOES),
                arguments("names: ['*', 'regex:.*', '']", image().named(""), GOES),
                arguments(
                        "statuses: [Deprecated]",
                        image().status("Deprecated"),
                        "KEEP protect.statuses protected status"),
                arguments("statuses: [Deprecated]", image(), GOES),
                arguments("statuses: [Creating, Waiting]", image().status("Creating"), "KEEP built-in being created"),
                arguments("shared: true", image().shared(true), "KEEP protect.shared shared"),
                arguments("shared: true", image().shared(null), "KEEP protect.shared shares unknown"),
                arguments("shared: true", image().shared(false), GOES),
                arguments("shared: false", image().shared(true), GOES),
                arguments("shared: false", image().shared(null), GOES));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keepsWhatALineProtects(String protect, ImageBuilder image, String expected) {
        assertThat(Policies.decide(protecting(protect), image.build())).isEqualTo(expected);
    }

    static Stream<Arguments> ages() {
        String young = "KEEP protect.newer-than too new";
        return Stream.of(
                arguments("newer-than: 1h", Duration.ofHours(1).minus(MILLI), young),
                // Exactly as old as newer-than is not newer, and exactly as old as the rule's older-than is not older.
                arguments("newer-than: 1h", Duration.ofHours(1), "KEEP r not due"),
                arguments("newer-than: 1h", Duration.ofHours(1).plus(MILLI), GOES),
                arguments("newer-than: 2d", Duration.ofDays(2).minusNanos(1), young),
                arguments("newer-than: 2d", Duration.ofDays(2), GOES),
                arguments("newer-than: 2w", Duration.ofDays(14).minus(MILLI), young),
                arguments("newer-than: 2w", Duration.ofDays(14), GOES),
                arguments("newer-than: 3650d", Duration.ofDays(3650).minus(MILLI), young),
                arguments("newer-than: 3650d", Duration.ofDays(3650), GOES));
    }

    @ParameterizedTest
    @MethodSource("ages")
    void keepsWhatIsYoungToTheMillisecond(String protect, Duration age, String expected) {
        assertThat(Policies.decide(protecting(protect), image().aged(age).build()))
                .isEqualTo(expected);
    }

    @Test
    void protectsWithoutAnyLineForSevenDaysAndSharesAndTheNewestOfAFamily() {
        Policy policy = Policies.policy("", "match: { accounts: [1001] }, delete-when: { older-than: 1h }");

        assertThat(Policies.decideAll(
                        policy,
                        List.of(
                                image("a").aged(Duration.ofDays(7).minus(MILLI)).build(),
                                image("b").aged(Duration.ofDays(7)).build(),
                                image("c").days(8).shared(true).build(),
                                image("d").days(9).family("f").build(),
                                image("e").days(10).family("f").build())))
                .containsExactly(
                        "KEEP protect.newer-than too new",
                        GOES,
                        "KEEP protect.shared shared",
                        "KEEP protect.family-floor family floor",
                        GOES);
    }

    @Test
    void namesTheFirstProtectionInTheOrderOfTheLanguage() {
        List<String> lines = List.of(
                "statuses: [Available]",
                "tags: { t: '*' }",
                "without-tags: { w: '*' }",
                "names: ['*']",
                "newer-than: 200d",
                "shared: true",
                "family-floor: 1");
        Candidate image =
                image().named("n").tag("t", "1").shared(true).family("f").build();

        for (int i = 0; i < lines.size(); i++) {
            Policy policy = protecting(String.join(", ", lines.subList(i, lines.size())));
            String key = lines.get(i).substring(0, lines.get(i).indexOf(':'));
            assertThat(Policies.decide(policy, image)).startsWith("KEEP protect." + key + " ");
        }
    }
}
