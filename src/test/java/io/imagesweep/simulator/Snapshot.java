package io.imagesweep.simulator;

import java.time.Instant;

/** A snapshot of a disk; an image may be made of it. */
record Snapshot(String snapshotId, int sizeGib, Instant creationTime) {

    Snapshot {
        Required.text("snapshotId", snapshotId);
        sizeGib = sizeGib == 0 ? 40 : sizeGib;
        creationTime = Moments.wholeSeconds(creationTime);
    }
}
