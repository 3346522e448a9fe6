package io.imagesweep.job;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.policy.Decision;
import io.imagesweep.policy.Evidence;
import io.imagesweep.policy.PolicyPass;

/** A candidate with all that the policy must know to decide on it. */
record Considered(Candidate candidate, Evidence evidence) {

    Decision decide(PolicyPass pass) {
        return pass.decide(candidate, evidence);
    }
}
