package io.imagesweep.policy;

import io.imagesweep.candidate.Extra;
import io.imagesweep.policy.Decision.Delete;
import io.imagesweep.policy.Decision.Deprecate;
import io.imagesweep.policy.Decision.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the policy, which alone decides on the images that belong to it.
 *
 * @param grace how long an image that was deprecated stays before it is deleted; null where it is deleted at once
 * @param manner how its images are deleted
 */
record Rule(
        String name,
        Match match,
        @Nullable DeleteWhen deleteWhen,
        @Nullable KeepLatest keepLatest,
        @Nullable Span grace,
        Manner manner) {

    /** Decides on an image of this rule behind {@code newer} Available ones of its group. */
    Decision decide(Subject subject, long newer) {
        if (deleteWhen != null && !deleteWhen.holds(subject)) {
            return keep(subject, "not due: " + deleteWhen.lacking(subject));
        }
        if (keepLatest != null && keepLatest.per().group(subject) == null) {
            return keep(
                    subject,
                    "no group: it has no " + Shown.shortened(keepLatest.per().toString()));
        }
        if (keepLatest != null && newer < keepLatest.count()) {
            return keep(subject, "among the latest: " + newer + " newer, " + keepLatest);
        }
        String due = "due: " + found(subject, newer);
        return grace == null ? new Delete(subject.candidate(), name, due, manner) : decideStage(subject, due, grace);
    }

    private Decision decideStage(Subject subject, String due, Span grace) {
        return switch (subject.status()) {
            case AVAILABLE -> new Deprecate(subject.candidate(), name, due);
            case DEPRECATED -> decideAfterGrace(subject, subject.evidence().deprecatedAt(), grace);
            case null -> keep(subject, "cannot be deprecated: its status is unknown");
            case UNAVAILABLE, CREATE_FAILED, CREATING, WAITING ->
                keep(subject, "cannot be deprecated: it is " + subject.status());
        };
    }

    private Decision decideAfterGrace(Subject subject, @Nullable Instant deprecatedAt, Span grace) {
        if (deprecatedAt == null) {
            return keep(subject, "deprecated by others: no run that still stands did it");
        }
        boolean isOver = Duration.between(deprecatedAt, subject.now()).compareTo(grace.duration()) > 0;
        String details = ": deprecated at " + deprecatedAt + ", grace " + grace;
        return isOver
                ? new Delete(subject.candidate(), name, "grace over" + details, manner)
                : keep(subject, "in grace" + details);
    }

    /** The same with its images deleted although instances use them. */
    Rule forcing() {
        return new Rule(name, match, deleteWhen, keepLatest, grace, manner.forcing());
    }

    /** What carrying it out takes beyond deleting its images. */
    Stream<Extra> extras() {
        var extras = EnumSet.noneOf(Extra.class);
        if (grace != null) {
            extras.add(Extra.DEPRECATION);
        }
        if (manner.unshare()) {
            extras.add(Extra.UNSHARING);
        }
        if (manner.deleteSnapshots()) {
            extras.add(Extra.SNAPSHOT_DELETION);
        }
        return extras.stream();
    }

    private Decision keep(Subject subject, String reason) {
        return new Keep(subject.candidate(), name, reason);
    }

    private String found(Subject subject, long newer) {
        String latest = keepLatest == null ? "" : newer + " newer, " + keepLatest;
        if (deleteWhen == null) {
            return latest;
        }
        return keepLatest == null ? deleteWhen.found(subject) : deleteWhen.found(subject) + "; " + latest;
    }
}
