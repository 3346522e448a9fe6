package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.ledger.Run;
import io.imagesweep.policy.PolicyPass;
import java.util.List;

/**
 * One run with all that its steps need to know.
 *
 * @param regions the accounts and regions that this run may work on, in order
 */
record Assignment(Run run, RunRequest request, List<AccountRegion> regions, RunNotes notes) {

    /** Starts a pass of the run's policy, as of the run's own {@code now}. */
    PolicyPass pass() {
        return request.images() == null
                ? request.policy().pass(run.decidedAt())
                : request.policy().passForList(run.decidedAt(), run.scope().policyIgnored() != null);
    }

    /** The accounts and regions of which this run knows what there is. */
    List<AccountRegion> readRegions() {
        return regions.stream().filter(notes::wasRead).toList();
    }
}
