package io.imagesweep.policy;

import static io.imagesweep.policy.EvidenceBuilder.evidence;
import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeprecateTests {

    private static final Instant LIMIT = NOW.minus(Duration.ofDays(14));

    private final Policy policy = Policies.policy("""
            version: 1
            protect: { newer-than: 1h, family-floor: 0, referenced-by: [] }
            rules:
              - name: r
                match: { accounts: [1001] }
                delete-when: { older-than: 30d }
                keep-latest: { count: 1, per: image-family }
                action: deprecate
                grace: 14d
                delete-snapshots: true
            """);

    static Stream<Arguments> stages() {
        return Stream.of(
                arguments("Available", null, "DEPRECATE r due"),
                arguments("Available", LIMIT.minusSeconds(1), "DEPRECATE r due"),
                arguments("Deprecated", null, "KEEP r deprecated by others"),
                arguments("Deprecated", NOW.plusSeconds(1), "KEEP r in grace"),
                arguments("Deprecated", LIMIT, "KEEP r in grace"),
                arguments("Deprecated", LIMIT.minusMillis(1), "DELETE r grace over"),
                arguments("UnAvailable", LIMIT.minusMillis(1), "KEEP r cannot be deprecated"),
                arguments("CreateFailed", null, "KEEP r cannot be deprecated"));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void deletesOnlyWhatAStandingRunDeprecatedLongEnoughAgo(
            String status, @Nullable Instant deprecatedAt, String expected) {
        assertThat(Policies.told(decide(image().status(status).family("f"), deprecatedAt)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Available", "Deprecated", "CreateFailed"})
    void demandsAtBothStagesAllThatADeletionNeeds(String status) {
        Instant longAgo = Instant.EPOCH;

        assertThat(Policies.told(decide(image().status(status).family("f").days(30), longAgo)))
                .isEqualTo("KEEP r not due");
        assertThat(Policies.told(decide(image().status(status).family(null), longAgo)))
                .isEqualTo("KEEP r no group");
        assertThat(Policies.told(decideAlone(image().status(status).family("f"), longAgo)))
                .isEqualTo("KEEP r among the latest");
    }

    @Test
    void deletesAfterTheGraceInTheMannerOfTheRule() {
        var decision = (Decision.Delete) decide(image().status("Deprecated").family("f"), Instant.EPOCH);

        assertThat(decision.manner()).isEqualTo(new Manner(false, false, true));
        assertThat(decision.reason()).isEqualTo("grace over: deprecated at 1970-01-01T00:00:00Z, grace 14d");
    }

    private Decision decide(ImageBuilder image, @Nullable Instant deprecatedAt) {
        PolicyPass pass = policy.pass(NOW);
        pass.decide(image("m-0").family("f").days(29).build(), Evidence.NONE);
        return pass.decide(image.build(), known(deprecatedAt));
    }

    private Decision decideAlone(ImageBuilder image, @Nullable Instant deprecatedAt) {
        return policy.pass(NOW).decide(image.build(), known(deprecatedAt));
    }

    private static Evidence known(@Nullable Instant deprecatedAt) {
        return deprecatedAt == null
                ? evidence().build()
                : evidence().deprecated(deprecatedAt).build();
    }
}
