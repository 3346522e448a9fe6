package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Approved deletions for the tests of the rooms that only the policy can hand them to. */
public final class Approved {

    private Approved() {}

    public static Decision.Delete deletion(ImageKey image) {
        return new Decision.Delete(candidate(image), "old", "old", Manner.PLAIN);
    }

    public static Decision.Delete forcedDeletion(ImageKey image) {
        return new Decision.Delete(candidate(image), "old", "old", new Manner(true, false, false));
    }

    public static Decision.Delete deletion(Candidate candidate, String rule, String reason, boolean force) {
        return new Decision.Delete(candidate, rule, reason, new Manner(force, false, false));
    }

    public static Decision.Delete deletion(Candidate candidate, String rule, String reason, Manner manner) {
        return new Decision.Delete(candidate, rule, reason, manner);
    }

    /** A deletion of an image that others use, after it was taken from them. */
    public static Decision.Delete unsharedDeletion(ImageKey image) {
        return new Decision.Delete(candidate(image, "Available", true), "old", "old", new Manner(false, true, false));
    }

    public static Decision.Deprecate deprecation(ImageKey image) {
        return new Decision.Deprecate(candidate(image), "old", "old");
    }

    public static Decision.Deprecate deprecation(Candidate candidate, String rule, String reason) {
        return new Decision.Deprecate(candidate, rule, reason);
    }

    /** What the policy keeps of an image that is deprecated. */
    public static Decision.Keep deprecated(ImageKey image) {
        return new Decision.Keep(candidate(image, "Deprecated", false), null, "in grace");
    }

    private static Candidate candidate(ImageKey image) {
        return candidate(image, "Available", false);
    }

    private static Candidate candidate(ImageKey image, String status, boolean shared) {
        return new Candidate(
                image, "nightly", null, null, status, Instant.EPOCH, 40, Map.of(), List.of(), shared, false, false);
    }
}
