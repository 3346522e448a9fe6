package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.ledger.OpenDeletion;
import io.imagesweep.policy.Decision;

/** An open row whose image still qualifies. */
record ApprovedDeletion(OpenDeletion row, Decision.Delete decision) {

    ImageKey image() {
        return row.image();
    }
}
