package io.imagesweep.simulator;

import java.util.List;

/** What an account holds in one region. */
record RegionState(
        String regionId,
        List<Image> images,
        List<DeletedImage> deletedImages,
        List<Snapshot> snapshots,
        List<Instance> instances,
        List<LaunchTemplate> launchTemplates,
        List<ScalingGroup> scalingGroups) {

    RegionState {
        Required.text("regionId", regionId);
        images = images == null ? List.of() : images;
        deletedImages = deletedImages == null ? List.of() : deletedImages;
        snapshots = snapshots == null ? List.of() : snapshots;
        instances = instances == null ? List.of() : instances;
        launchTemplates = launchTemplates == null ? List.of() : launchTemplates;
        scalingGroups = scalingGroups == null ? List.of() : scalingGroups;
        StateDocument.unique("image", images, Image::imageId);
        StateDocument.unique("snapshot", snapshots, Snapshot::snapshotId);
        StateDocument.unique("instance", instances, Instance::instanceId);
        StateDocument.unique("launch template", launchTemplates, LaunchTemplate::launchTemplateId);
        StateDocument.unique("scaling group", scalingGroups, ScalingGroup::scalingGroupId);
    }
}
