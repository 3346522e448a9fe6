package io.imagesweep.simulator;

import tools.jackson.databind.node.ObjectNode;

/** A snapshot as DescribeSnapshots tells it. */
final class SnapshotBody {

    private SnapshotBody() {}

    static ObjectNode of(Snapshot snapshot, Region region, boolean usedByImage) {
        var id = snapshot.snapshotId();
        var body = Answer.object()
                .put("SnapshotId", id)
                .put("SnapshotName", id)
                .put("SnapshotSN", Digests.sha256(id).substring(0, 24))
                .put("SnapshotLinkId", "sl-" + id)
                .put("SnapshotType", "user")
                .put("Description", "")
                .put("Status", "accomplished")
                .put("Progress", "100%")
                .put("RemainTime", 0)
                .put("Available", true)
                .put("Usage", usedByImage ? "image" : "none")
                .put("CreationTime", snapshot.creationTime().toString())
                .put("LastModifiedTime", snapshot.creationTime().toString())
                .put("RegionId", region.id())
                .put("SourceDiskId", "d-" + id)
                .put("SourceDiskSize", Integer.toString(snapshot.sizeGib()))
                .put("SourceDiskType", "system")
                .put("SourceStorageType", "disk")
                .put("Category", "standard")
                .put("ProductCode", "")
                .put("ResourceGroupId", "")
                .put("KMSKeyId", "")
                .put("Encrypted", false)
                .put("InstantAccess", false)
                .put("InstantAccessRetentionDays", 0)
                .put("RetentionDays", 0);
        TagList.put(body, snapshot.tags());
        return body;
    }
}
