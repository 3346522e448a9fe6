package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.ledger.Run;
import io.imagesweep.policy.PolicyPass;
import java.util.List;
import java.util.Optional;

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

    /** Says whether {@link #pass()} asks who of {@code source} uses an image. */
    boolean asksFor(ReferenceSource source) {
        return run.scope().policyIgnored() == null && request.policy().asksFor(source);
    }

    /** Why there is nothing to plan, in a sentence: nothing could be read, or not all of a list can be decided. */
    Optional<String> unreached() {
        var reached = readRegions();
        var images = request.images();
        if (images != null) {
            return images.stream()
                    .map(ImageKey::where)
                    .filter(where -> !reached.contains(where))
                    .findFirst()
                    .map(where -> where
                            + " is out of reach, so nothing of the list is deleted; the same command tries again");
        }
        return reached.isEmpty() && notes.exitCode() != ExitCode.DONE
                ? Optional.of("no account and region is within reach, so nothing is planned; the same key tries again")
                : Optional.empty();
    }

    /** The accounts and regions of which this run knows what there is. */
    List<AccountRegion> readRegions() {
        return regions.stream().filter(notes::wasRead).toList();
    }
}
