package io.imagesweep.policy;

import static io.imagesweep.candidate.ReferenceSource.INSTANCES;
import static io.imagesweep.candidate.ReferenceSource.LAUNCH_TEMPLATES;
import static io.imagesweep.candidate.ReferenceSource.SCALING_CONFIGURATIONS;
import static io.imagesweep.policy.EvidenceBuilder.OTHER;
import static io.imagesweep.policy.EvidenceBuilder.OWNER;
import static io.imagesweep.policy.EvidenceBuilder.SYNCED;
import static io.imagesweep.policy.EvidenceBuilder.evidence;
import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencedByTests {

    private static final String GOES = "DELETE r due";
    private static final String USED = "KEEP protect.referenced-by referenced";
    private static final String UNKNOWN = "KEEP protect.referenced-by references unknown";

    static Stream<Arguments> uses() {
        Instant before = SYNCED.minusMillis(1);
        return Stream.of(
                arguments("", evidence(), GOES),
                arguments("", evidence().use("instance", SYNCED), USED),
                arguments("", evidence().use("instance", before), GOES),
                arguments("", evidence().use("instance", null), USED),
                arguments("", evidence().use("launch-template", SYNCED), USED),
                arguments("", evidence().use("launch-template", before), GOES),
                arguments("", evidence().use("launch-template-version", SYNCED), USED),
                arguments("", evidence().use("scaling-configuration", SYNCED), USED),
                arguments("", evidence().use("scaling-configuration", before), GOES),
                arguments("", evidence().use("auto-provisioning-group", Instant.EPOCH), USED),
                arguments("", evidence().use("Instance", before), USED),
                arguments("", evidence().use("instance", before).use("launch-template", SYNCED), USED),
                arguments("referenced-by: []", evidence().use("instance", SYNCED), GOES),
                arguments("referenced-by: []", evidence().use("dream", null), GOES),
                arguments("referenced-by: []", evidence().source(OWNER, INSTANCES, SourceState.NEVER), GOES),
                arguments("referenced-by: [launch-templates]", evidence().use("instance", SYNCED), GOES),
                arguments("referenced-by: [launch-templates]", evidence().use("dream", before), USED),
                arguments("referenced-by: [launch-templates]", evidence().use("launch-template", SYNCED), USED),
                arguments("launch-template-versions: all", evidence().use("launch-template-version", SYNCED), USED),
                arguments(LATEST, evidence().use("launch-template-version", SYNCED), GOES),
                arguments(LATEST, evidence().use("launch-template-version", null), GOES),
                arguments(LATEST, evidence().use("launch-template", SYNCED), USED),
                arguments("referenced-by: [instances]", evidence().use("launch-template-version", SYNCED), GOES));
    }

    private static final String LATEST = "launch-template-versions: default-and-latest";

    @ParameterizedTest
    @MethodSource("uses")
    void keepsWhatIsInUseByASourceThatCounts(String protect, EvidenceBuilder evidence, String expected) {
        assertThat(decide(protect, evidence)).isEqualTo(expected);
    }

    static Stream<Arguments> readings() {
        Instant day = NOW.minus(Duration.ofHours(24));
        return Stream.of(
                arguments(new SourceState(SYNCED, null, null), GOES),
                arguments(new SourceState(day, null, day), GOES),
                arguments(new SourceState(day.minusNanos(1000), null, day), UNKNOWN),
                arguments(new SourceState(NOW.plusSeconds(60), null, null), GOES),
                arguments(new SourceState(SYNCED, "Forbidden.RAM", SYNCED), UNKNOWN),
                arguments(new SourceState(SYNCED, "", SYNCED), UNKNOWN),
                arguments(new SourceState(null, null, SYNCED), UNKNOWN),
                arguments(SourceState.NEVER, UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void keepsWhatASourceCannotTellOf(SourceState state, String expected) {
        for (var source : ReferenceSource.values()) {
            assertThat(decide("", evidence().source(OWNER, source, state))).isEqualTo(expected);
            assertThat(decide("referenced-by: [" + source + "]", evidence().source(OWNER, source, state)))
                    .isEqualTo(expected);
        }
        assertThat(decide("referenced-by: [instances]", evidence().source(OWNER, LAUNCH_TEMPLATES, state)))
                .isEqualTo(GOES);
    }

    @ParameterizedTest
    @EnumSource(ReferenceSource.class)
    void countsAUseWhoseSourceWasNeverReadCompletely(ReferenceSource source) {
        String type = source.toString().substring(0, source.toString().length() - 1);

        assertThat(decide("", evidence().use(type, Instant.EPOCH).source(OWNER, source, SourceState.NEVER)))
                .isEqualTo(USED);
    }

    static Stream<Arguments> elsewhere() {
        Instant old = NOW.minus(Duration.ofHours(25));
        return Stream.of(
                arguments(null, SYNCED.minusMillis(1), USED),
                arguments(new SourceState(SYNCED, null, null), SYNCED, USED),
                arguments(new SourceState(SYNCED, null, null), SYNCED.minusMillis(1), GOES),
                arguments(new SourceState(SYNCED, null, null), null, USED),
                arguments(new SourceState(SYNCED.plusSeconds(9), null, null), SYNCED, GOES),
                arguments(new SourceState(SYNCED, "denied", null), SYNCED, USED),
                arguments(new SourceState(SYNCED, "denied", null), SYNCED.minusMillis(1), UNKNOWN),
                arguments(new SourceState(old, null, null), old, USED),
                arguments(new SourceState(old, null, null), old.minusMillis(1), UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void asksTheSourceOfTheAccountThatUsesTheImage(
            @Nullable SourceState state, @Nullable Instant seenAt, String expected) {
        var evidence = evidence().use("scaling-configuration", OTHER, seenAt);
        if (state != null) {
            evidence.source(OTHER, SCALING_CONFIGURATIONS, state);
        }

        assertThat(decide("", evidence)).isEqualTo(expected);
        assertThat(decide("referenced-by: [instances]", evidence)).isEqualTo(GOES);
    }

    @Test
    void asksOfAnotherAccountOnlyTheSourceOfTheUse() {
        var evidence = evidence().read(OTHER).source(OTHER, INSTANCES, new SourceState(SYNCED, "denied", null));

        assertThat(decide("", evidence)).isEqualTo(GOES);
        assertThat(decide("", evidence.use("launch-template", OTHER, SYNCED.minusMillis(1))))
                .isEqualTo(GOES);
        assertThat(decide("", evidence.use("instance", OTHER, SYNCED.minusMillis(1))))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void namesTheUserAndTheSourceThatFailed() {
        assertThat(reason(evidence().use("instance", OTHER, SYNCED)))
                .isEqualTo("referenced: instance x-1 of account 2002, seen at 2026-03-01T11:00:00Z");
        assertThat(reason(evidence().use("instance", null)))
                .isEqualTo("referenced: instance x-1 of account 1001, seen at no known time");
        assertThat(reason(
                        evidence().source(OWNER, LAUNCH_TEMPLATES, new SourceState(SYNCED, "Forbidden.RAM: no", null))))
                .isEqualTo("references unknown: launch-templates: Forbidden.RAM: no");
        assertThat(reason(evidence().source(OWNER, INSTANCES, SourceState.NEVER)))
                .isEqualTo("references unknown: instances: never read completely");
        assertThat(reason(evidence().source(OWNER, INSTANCES, new SourceState(Instant.EPOCH, null, null))))
                .isEqualTo("references unknown: instances: last read completely at 1970-01-01T00:00:00Z, more than 24 h"
                        + " before 2026-03-01T12:00:00Z");
        assertThat(reason(evidence()
                        .use("instance", OTHER, Instant.EPOCH)
                        .source(OTHER, INSTANCES, new SourceState(SYNCED, "x".repeat(400), null))))
                .isEqualTo("references unknown: instances: account 2002: " + "x".repeat(300) + "…");
    }

    private static String decide(String protect, EvidenceBuilder evidence) {
        return Policies.told(decision(protect, evidence));
    }

    private static String reason(EvidenceBuilder evidence) {
        return decision("", evidence).reason();
    }

    private static Decision decision(String protect, EvidenceBuilder evidence) {
        Policy policy = Policies.policy("version: 1\nprotect: { %snewer-than: 1h }\n%s"
                .formatted(protect.isEmpty() ? "" : protect + ", ", Policies.RULES.replace("[1]", "[1001]")));
        return policy.pass(NOW).decide(image().build(), evidence.build());
    }
}
