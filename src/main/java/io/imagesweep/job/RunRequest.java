package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
import io.imagesweep.ledger.RunScope;
import io.imagesweep.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command asks of the job.
 *
 * @param key the operator's key; null for the default of the command
 * @param scope the accounts, regions and limit asked for
 * @param sync whether the retention database is refreshed first; a run without it calls nothing before it deletes
 * @param deadline how long the run may take; null for no limit
 * @param asOf another {@code now} for a plan that can never be applied; null for the clock's
 * @param planId the plan whose rows are taken instead of deciding anew, or the run that is undone; null for an ordinary run
 * @param images the only images to decide on; null for all that there are
 * @param restores whether the run undoes {@code planId} instead of carrying it out
 */
public record RunRequest(
        RunMode mode,
        @Nullable RunKey key,
        Policy policy,
        RunScope scope,
        boolean sync,
        @Nullable Duration deadline,
        @Nullable Instant asOf,
        @Nullable RunId planId,
        @Nullable List<ImageKey> images,
        boolean restores) {

    public RunRequest {
        policy = scope.forced() == null ? policy : policy.forcing();
    }

    /** A request to plan by the policy, or to carry such a plan out. */
    public RunRequest(
            RunMode mode,
            @Nullable RunKey key,
            Policy policy,
            RunScope scope,
            boolean sync,
            @Nullable Duration deadline,
            @Nullable Instant asOf,
            @Nullable RunId planId,
            @Nullable List<ImageKey> images) {
        this(mode, key, policy, scope, sync, deadline, asOf, planId, images, false);
    }

    /** Says whether the run may change anything. */
    public boolean live() {
        return mode.live();
    }
}
