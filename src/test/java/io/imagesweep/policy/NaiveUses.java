package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import io.imagesweep.policy.PolicySpec.Guards;
import io.imagesweep.policy.PolicySpec.RuleSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides on what is known beside an image as the language says, with nothing shared with the real thing. */
record NaiveUses(Guards guards, Candidate image, Evidence evidence) {

    private static final Map<String, String> SOURCES = Map.of(
            "instance", "instances",
            "launch-template", "launch-templates",
            "launch-template-version", "launch-templates",
            "scaling-configuration", "scaling-configurations");

    Optional<String> protection() {
        if (guards.sources().isEmpty()) {
            return Optional.empty();
        }
        if (evidence.uses().stream().filter(this::counts).anyMatch(this::isCurrent)) {
            return Optional.of("referenced-by referenced");
        }
        boolean isUnknown = Stream.concat(
                        guards.sources().stream()
                                .map(source -> state(image.key().accountId(), source)),
                        evidence.uses().stream()
                                .filter(this::counts)
                                .filter(use -> SOURCES.containsKey(use.referrerType()))
                                .map(this::stateOf))
                .anyMatch(NaiveUses::isUnreliable);
        return isUnknown ? Optional.of("referenced-by references unknown") : Optional.empty();
    }

    private boolean counts(ImageUse use) {
        String source = SOURCES.get(use.referrerType());
        boolean isLeftOut = use.referrerType().equals("launch-template-version") && !guards.allVersions();
        return source == null || (guards.sources().contains(source) && !isLeftOut);
    }

    private boolean isCurrent(ImageUse use) {
        Instant syncedAt =
                SOURCES.containsKey(use.referrerType()) ? stateOf(use).syncedAt() : null;
        return use.seenAt() == null || syncedAt == null || use.seenAt().compareTo(syncedAt) >= 0;
    }

    private SourceState stateOf(ImageUse use) {
        return state(use.referrerAccountId(), Objects.requireNonNull(SOURCES.get(use.referrerType())));
    }

    private SourceState state(String account, String source) {
        var where = new AccountRegion(account, image.key().regionId());
        return evidence.sources()
                .of(
                        where,
                        ReferenceSource.valueOf(source.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static boolean isUnreliable(SourceState state) {
        return state.error() != null
                || state.syncedAt() == null
                || state.syncedAt().isBefore(NOW.minus(Duration.ofHours(24)));
    }

    boolean isUnusedFor(int hours) {
        Instant latest = NOW.minus(Duration.ofHours(hours));
        return NaiveDecisions.isUsable(image)
                && Objects.requireNonNull(image.createdAt()).isBefore(latest)
                && evidence.uses().stream()
                        .allMatch(use -> use.seenAt() != null && use.seenAt().isBefore(latest))
                && guards.sources().stream()
                        .map(source -> state(image.key().accountId(), source).observedSince())
                        .allMatch(since -> since != null && since.isBefore(latest));
    }

    /** What a rule decides on an image that is due. */
    String stage(RuleSpec rule) {
        String name = rule.name();
        if (rule.graceHours() == 0) {
            return "DELETE " + name + " due";
        }
        if ("Available".equals(image.status())) {
            return "DEPRECATE " + name + " due";
        }
        if (!"Deprecated".equals(image.status())) {
            return "KEEP " + name + " cannot be deprecated";
        }
        Instant at = evidence.deprecatedAt();
        if (at == null) {
            return "KEEP " + name + " deprecated by others";
        }
        return at.isBefore(NOW.minus(Duration.ofHours(rule.graceHours())))
                ? "DELETE " + name + " grace over"
                : "KEEP " + name + " in grace";
    }
}
