package io.imagesweep.job;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.ledger.SnapshotRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the snapshots of an account and region before one of them is deleted. */
final class SnapshotUse {

    private final Map<String, String> images = new HashMap<>();
    private final Set<String> existing;

    /**
     * @param listing the images that there are
     * @param existing the snapshots that there are
     */
    SnapshotUse(List<Candidate> listing, Set<String> existing) {
        listing.forEach(image ->
                image.snapshotIds().forEach(id -> images.put(id, image.key().imageId())));
        this.existing = existing;
    }

    /** Gives what a snapshot ends with without a call: it is gone, or it stays because an image is made of it. */
    Optional<DeletionOutcome> outcome(SnapshotRow row) {
        if (!existing.contains(row.snapshotId())) {
            return Optional.of(
                    row.called() ? new DeletionOutcome.Deleted(null, false) : new DeletionOutcome.AlreadyGone(null));
        }
        return Optional.ofNullable(images.get(row.snapshotId()))
                .map(image -> new DeletionOutcome.Skipped(null, "it stays: image " + image + " is made of it"));
    }
}
