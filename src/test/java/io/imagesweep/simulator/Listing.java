package io.imagesweep.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The images of a region as they are listed from one moment until something changes: while nothing does, it is the same object. */
final class Listing {

    private final List<Image> images;
    private final Instant from;
    private final Instant until;
    private volatile Set<String> snapshotIds = Set.of();

    Listing(List<Image> images, Instant from, Instant until) {
        this.images = images;
        this.from = from;
        this.until = until;
    }

    /** Newest first. */
    List<Image> images() {
        return images;
    }

    boolean isOf(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** The snapshots that the images are made of. */
    Set<String> snapshotIds() {
        if (snapshotIds.isEmpty()) {
            var ids = new HashSet<String>();
            images.forEach(image -> ids.addAll(image.snapshotIds()));
            snapshotIds = ids;
        }
        return snapshotIds;
    }
}
