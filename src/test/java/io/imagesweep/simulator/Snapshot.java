package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/** A snapshot of a disk; an image may be made of it. */
record Snapshot(
        String snapshotId,
        int sizeGib,
        Instant creationTime,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> tags)
        implements Tagged {

    Snapshot {
        Required.text("snapshotId", snapshotId);
        sizeGib = sizeGib == 0 ? 40 : sizeGib;
        creationTime = Moments.wholeSeconds(creationTime);
        tags = tags == null ? Map.of() : tags;
    }

    @Override
    public String resourceId() {
        return snapshotId;
    }

    @Override
    public Snapshot tagged(Map<String, String> newTags) {
        return new Snapshot(snapshotId, sizeGib, creationTime, newTags);
    }
}
