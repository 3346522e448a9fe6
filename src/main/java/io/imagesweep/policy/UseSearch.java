package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which uses of an image count, and whether they could be found.
 *
 * @param sources where uses are looked for
 */
record UseSearch(List<ReferenceSource> sources, TemplateVersions versions) {

    private static final Duration FRESH = Duration.ofHours(24);

    /** Gives the first use that counts and is current; null where there is none. */
    @Nullable
    ImageUse current(Subject subject) {
        for (ImageUse use : subject.evidence().uses()) {
            if (counts(use) && isCurrent(use, subject)) {
                return use;
            }
        }
        return null;
    }

    /** Says why nobody can tell whether there are more uses; null where that is known. */
    @Nullable
    String unknown(Subject subject) {
        AccountRegion own = subject.candidate().key().where();
        for (ReferenceSource source : sources) {
            String why = why(subject.evidence().sources().of(own, source), subject.now());
            if (why != null) {
                return source + ": " + why;
            }
        }
        return subject.evidence().uses().isEmpty() ? null : unknownElsewhere(subject, own);
    }

    private @Nullable String unknownElsewhere(Subject subject, AccountRegion own) {
        for (ImageUse use : subject.evidence().uses()) {
            ReferrerType type = ReferrerType.of(use.referrerType());
            if (type != null && counts(use) && !use.referrerAccountId().equals(own.accountId())) {
                String why = why(state(use, type, subject), subject.now());
                if (why != null) {
                    return type.source() + ": account " + Shown.shortened(use.referrerAccountId()) + ": " + why;
                }
            }
        }
        return null;
    }

    /** Says whether the policy asks for uses of this kind. */
    boolean counts(ImageUse use) {
        ReferrerType type = ReferrerType.of(use.referrerType());
        return switch (type) {
            case null -> true;
            case LAUNCH_TEMPLATE_VERSION -> versions == TemplateVersions.ALL && sources.contains(type.source());
            case INSTANCE, LAUNCH_TEMPLATE, SCALING_CONFIGURATION -> sources.contains(type.source());
        };
    }

    /** Says whether the use was still there when its source was read completely last. */
    static boolean isCurrent(ImageUse use, Subject subject) {
        ReferrerType type = ReferrerType.of(use.referrerType());
        Instant syncedAt = type == null ? null : state(use, type, subject).syncedAt();
        return use.seenAt() == null || syncedAt == null || !use.seenAt().isBefore(syncedAt);
    }

    private static SourceState state(ImageUse use, ReferrerType type, Subject subject) {
        var where = new AccountRegion(
                use.referrerAccountId(), subject.candidate().key().regionId());
        return subject.evidence().sources().of(where, type.source());
    }

    private static @Nullable String why(SourceState state, Instant now) {
        if (state.error() != null) {
            return Shown.sentence(state.error());
        }
        if (state.syncedAt() == null) {
            return "never read completely";
        }
        return Duration.between(state.syncedAt(), now).compareTo(FRESH) > 0
                ? "last read completely at " + state.syncedAt() + ", more than 24 h before " + now
                : null;
    }
}
