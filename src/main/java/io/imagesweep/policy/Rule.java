package io.imagesweep.policy;

import io.imagesweep.policy.Decision.Delete;
import io.imagesweep.policy.Decision.Keep;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the policy, which alone decides on the images that belong to it.
 *
 * @param manner how its images are deleted
 */
record Rule(
        String name,
        Match match,
        @Nullable DeleteWhen deleteWhen,
        @Nullable KeepLatest keepLatest,
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
        return new Delete(subject.candidate(), name, "due: " + found(subject, newer), manner);
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
