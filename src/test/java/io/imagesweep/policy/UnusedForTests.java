package io.imagesweep.policy;

import static io.imagesweep.candidate.ReferenceSource.INSTANCES;
import static io.imagesweep.candidate.ReferenceSource.LAUNCH_TEMPLATES;
import static io.imagesweep.policy.EvidenceBuilder.OTHER;
import static io.imagesweep.policy.EvidenceBuilder.OWNER;
import static io.imagesweep.policy.EvidenceBuilder.SYNCED;
import static io.imagesweep.policy.EvidenceBuilder.evidence;
import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.imagesweep.candidate.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnusedForTests {

    private static final Instant LIMIT = NOW.minus(Duration.ofDays(30));
    private static final Instant BEFORE = LIMIT.minusMillis(1);
    private static final String ALL = "[instances, launch-templates, scaling-configurations]";

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(ALL, LIMIT, evidence(), false),
                arguments(ALL, BEFORE, evidence(), true),
                arguments(ALL, BEFORE, evidence().use("instance", LIMIT), false),
                arguments(ALL, BEFORE, evidence().use("instance", BEFORE), true),
                arguments(ALL, BEFORE, evidence().read(OTHER).use("instance", OTHER, LIMIT), false),
                arguments("[instances]", BEFORE, evidence().use("scaling-configuration", LIMIT), false),
                arguments("[instances]", BEFORE, evidence().use("scaling-configuration", BEFORE), true),
                arguments("[instances]", BEFORE, evidence().use("scaling-configuration", null), false),
                arguments("[instances]", BEFORE, evidence().use("scaling-configuration", NOW.plusSeconds(5)), false),
                arguments(ALL, BEFORE, observed(LIMIT), false),
                arguments(ALL, BEFORE, observed(BEFORE), true),
                arguments(ALL, BEFORE, observed(null), false),
                arguments("[instances]", BEFORE, observed(null), true),
                arguments("[launch-templates]", BEFORE, observed(null), false));
    }

    private static EvidenceBuilder observed(@Nullable Instant since) {
        return evidence().source(OWNER, LAUNCH_TEMPLATES, new SourceState(SYNCED, null, since));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsOnceNothingWasSeenForLonger(
            String sources, Instant createdAt, EvidenceBuilder evidence, boolean expected) {
        Policy policy = policy(sources, "unused-for: 30d");
        Decision decision = policy.pass(NOW).decide(image().created(createdAt).build(), evidence.build());

        assertThat(Policies.told(decision)).isEqualTo(expected ? "DELETE r due" : "KEEP r not due");
    }

    @Test
    void asksAllSourcesWithoutTheirKey() {
        Policy policy = Policies.policy("""
                version: 1
                protect: { newer-than: 1h }
                rules: [{ name: r, match: { accounts: [1001] }, delete-when: { unused-for: 1h } }]
                """);
        Evidence evidence = evidence()
                .source(OWNER, INSTANCES, new SourceState(SYNCED, null, null))
                .build();

        assertThat(policy.pass(NOW).decide(image().build(), evidence).reason())
                .isEqualTo("not due: instances never observed, unused-for 1h");
    }

    @Test
    void saysWhatWasSeen() {
        assertThat(reason(evidence())).isEqualTo("due: unused for 100 d 0 h, unused-for 30d");
        assertThat(reason(evidence().use("scaling-configuration", null)))
                .isEqualTo("not due: scaling-configuration x-1 of account 1001, seen at no known time, unused-for 30d");
        assertThat(reason(evidence().use("scaling-configuration", NOW.plusSeconds(5))))
                .isEqualTo("not due: in use at " + NOW.plusSeconds(5) + ", unused-for 30d");
        assertThat(reason(evidence().source(OWNER, INSTANCES, new SourceState(NOW, null, NOW.plusSeconds(3)))))
                .isEqualTo("not due: its use watched only since " + NOW.plusSeconds(3) + ", unused-for 30d");
    }

    private static String reason(EvidenceBuilder evidence) {
        return policy("[instances]", "unused-for: 30d")
                .pass(NOW)
                .decide(image().build(), evidence.build())
                .reason();
    }

    private static Policy policy(String sources, String when) {
        return Policies.policy("""
                version: 1
                protect: { newer-than: 1h, family-floor: 0, referenced-by: %s }
                rules: [{ name: r, match: { accounts: [1001] }, delete-when: { %s } }]
                """.formatted(sources, when));
    }
}
