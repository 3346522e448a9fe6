package io.imagesweep.report;

import io.imagesweep.ledger.ResultRow;
import io.imagesweep.ledger.SnapshotRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An image of a run with the snapshots that the run opened behind it. */
record ReportedImage(ResultRow row, List<SnapshotRow> snapshots) {

    ReportedImage {
        snapshots = List.copyOf(snapshots);
    }

    /** Puts images and snapshots together, both in key order; holds no more of either than its stream does. */
    static Stream<ReportedImage> of(Stream<ResultRow> images, Stream<SnapshotRow> snapshots) {
        var behind = new Behind(snapshots.iterator());
        return images.sequential().map(row -> new ReportedImage(row, behind.next(row)));
    }

    /** Walks through the snapshots image by image. */
    private static final class Behind {

        private final Iterator<SnapshotRow> rest;
        private @Nullable SnapshotRow ahead;

        Behind(Iterator<SnapshotRow> rest) {
            this.rest = rest;
        }

        List<SnapshotRow> next(ResultRow image) {
            List<SnapshotRow> found = new ArrayList<>();
            for (var row = peek(); row != null && row.image().equals(image.image()); row = peek()) {
                found.add(row);
                ahead = null;
            }
            return found;
        }

        private @Nullable SnapshotRow peek() {
            if (ahead == null && rest.hasNext()) {
                ahead = rest.next();
            }
            return ahead;
        }
    }
}
