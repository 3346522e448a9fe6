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

    private static Candidate candidate(ImageKey image) {
        return new Candidate(
                image, "nightly", null, null, "Available", Instant.EPOCH, 40, Map.of(), List.of(), false, false, false);
    }
}
