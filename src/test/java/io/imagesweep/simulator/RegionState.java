package io.imagesweep.simulator;

import java.time.Instant;
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

    /** The same after {@code before} became it at {@code now}. */
    RegionState after(RegionState before, Instant now) {
        var known = StateDocument.byId(before.launchTemplates, LaunchTemplate::launchTemplateId);
        var templates = launchTemplates.stream()
                .map(template -> template.after(known.get(template.launchTemplateId()), now))
                .toList();
        return new RegionState(regionId, images, deletedImages, snapshots, instances, templates, scalingGroups);
    }
}
