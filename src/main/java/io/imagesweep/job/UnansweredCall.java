package io.imagesweep.job;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.deletion.DeletionOutcome;
import java.util.Optional;

/** What a look at an image says of a call of ours whose answer nobody saw. */
final class UnansweredCall {

    private static final String DEPRECATED = "Deprecated";
    private static final String AVAILABLE = "Available";

    private UnansweredCall() {}

    /** Gives what the call did; empty where it did nothing yet. */
    static Optional<DeletionOutcome> outcome(String decision, Optional<Candidate> found) {
        if (found.isEmpty()) {
            return Optional.of(
                    decision.equals("DELETE")
                            ? new DeletionOutcome.Deleted(null, false)
                            : new DeletionOutcome.AlreadyGone(null));
        }
        if (decision.equals("DEPRECATE") && isDeprecated(found.get())) {
            return Optional.of(new DeletionOutcome.Hidden(null));
        }
        if (decision.equals("RESTORE") && isAvailable(found.get())) {
            return Optional.of(new DeletionOutcome.Shown(null));
        }
        return Optional.empty();
    }

    static boolean isDeprecated(Candidate image) {
        return DEPRECATED.equals(image.status());
    }

    static boolean isAvailable(Candidate image) {
        return AVAILABLE.equals(image.status());
    }
}
