package io.imagesweep.job;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.Approval;
import io.imagesweep.ledger.OpenDeletion;

/**
 * An open row whose image still qualifies.
 *
 * @param onceMore whether the provider was busy with the image before, so that this call is the last
 */
record ApprovedDeletion(OpenDeletion row, Approval approval, boolean onceMore) {

    ImageKey image() {
        return row.image();
    }

    /** The same on another row or approval, the last call or not as before. */
    ApprovedDeletion with(OpenDeletion row, Approval approval) {
        return new ApprovedDeletion(row, approval, onceMore);
    }
}
