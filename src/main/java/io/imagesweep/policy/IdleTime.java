package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long an image was seen in no use.
 *
 * @param idle null where nobody can tell
 * @param text says it, or why nobody can
 */
record IdleTime(@Nullable Duration idle, String text) {

    /** Looks at all uses of the image, and since when {@code sources} are watched. */
    static IdleTime of(Subject subject, List<ReferenceSource> sources) {
        Instant createdAt = subject.candidate().createdAt();
        if (subject.age() == null || createdAt == null) {
            return new IdleTime(null, "of unknown age");
        }
        Instant latest = createdAt;
        AccountRegion where = subject.candidate().key().where();
        for (ReferenceSource source : sources) {
            Instant since = subject.evidence().sources().of(where, source).observedSince();
            if (since == null) {
                return new IdleTime(null, source + " never observed");
            }
            latest = latest.isBefore(since) ? since : latest;
        }
        return behindUses(subject, latest);
    }

    private static IdleTime behindUses(Subject subject, Instant since) {
        Instant latest = since;
        for (ImageUse use : subject.evidence().uses()) {
            Instant seenAt = use.seenAt();
            if (seenAt == null) {
                return new IdleTime(null, UseText.of(use));
            }
            latest = latest.isBefore(seenAt) ? seenAt : latest;
        }
        Duration idle = Duration.between(latest, subject.now());
        return new IdleTime(idle, idle.isNegative() ? afterNow(latest, since) : "unused for " + Ages.text(idle));
    }

    /** A listing of this very run begins after the moment as of which the run decides. */
    private static String afterNow(Instant latest, Instant since) {
        return latest.equals(since) ? "its use watched only since " + since : "in use at " + latest;
    }

    boolean isLongerThan(Span span) {
        return idle != null && idle.compareTo(span.duration()) > 0;
    }
}
