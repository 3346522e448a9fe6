package io.imagesweep.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image that its account owns, as the retention database or a listing shows it.
 *
 * @param name the image's name, null or empty when it has none
 * @param family the image family, null or empty when it has none
 * @param version the version within its family
 * @param status the API's own word, one of six today; null when unknown
 * @param createdAt null when nobody could read it
 * @param sizeGib the size of the system disk in GiB
 * @param tags each key once, with a value that may be empty
 * @param snapshotIds the snapshots behind its disks
 * @param shared whether it is shared with anybody; null when nobody could tell
 * @param isPublic whether it is a community image
 * @param copied whether it is a copy of another image
 */
public record Candidate(
        ImageKey key,
        @Nullable String name,
        @Nullable String family,
        @Nullable String version,
        @Nullable String status,
        @Nullable Instant createdAt,
        @Nullable Integer sizeGib,
        Map<String, String> tags,
        List<String> snapshotIds,
        @Nullable Boolean shared,
        boolean isPublic,
        boolean copied) {

    public Candidate {
        tags = Map.copyOf(tags);
        snapshotIds = List.copyOf(snapshotIds);
    }
}
