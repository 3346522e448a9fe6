package io.imagesweep.job;

import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import io.imagesweep.ledger.PastDecision;
import io.imagesweep.policy.Explanation;
import io.imagesweep.policy.UseVerdict;
import java.time.Instant;
import java.util.List;

/**
 * Whether an image would go, and why.
 *
 * @param uses the latest ones
 * @param sources of its own account, then of those that use it
 * @param runs the latest ones that decided on it, newest first
 */
public record ExplainedImage(
        Instant now, Explanation explanation, List<UseVerdict> uses, List<Source> sources, List<PastDecision> runs) {

    /** A source of an account, and how well it was read last. */
    public record Source(String accountId, ReferenceSource source, SourceState state) {}
}
