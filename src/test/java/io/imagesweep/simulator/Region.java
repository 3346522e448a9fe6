package io.imagesweep.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one account holds in one region, alive. */
final class Region {

    private final RegionState seed;
    private final Images images;
    private final Shelf<Snapshot> snapshots;
    private final Shelf<Instance> instances;
    private final Shelf<LaunchTemplate> launchTemplates;
    private final Set<String> used;
    private final FoundImages found = new FoundImages();

    Region(RegionState seed, Instant now) {
        this.seed = seed;
        images = new Images(seed.images(), seed.deletedImages(), now);
        snapshots = new Shelf<>(seed.snapshots());
        instances = new Shelf<>(seed.instances());
        launchTemplates = new Shelf<>(seed.launchTemplates());
        used = seed.instances().stream().map(Instance::imageId).collect(Collectors.toUnmodifiableSet());
        seed.images().forEach(this::addUnlistedSnapshots);
    }

    String id() {
        return seed.regionId();
    }

    Images images() {
        return images;
    }

    /** The answers to earlier questions for images. */
    FoundImages found() {
        return found;
    }

    boolean uses(String imageId) {
        return used.contains(imageId);
    }

    List<Snapshot> snapshots() {
        return snapshots.all();
    }

    boolean hasSnapshot(String snapshotId) {
        return snapshots.find(snapshotId).isPresent();
    }

    /** Refuses while an image is made of it, be it one that is deleted and still listed. */
    boolean deleteSnapshot(String snapshotId, Instant now) {
        if (images.listing(now).snapshotIds().contains(snapshotId)) {
            throw ErrorCode.SNAPSHOT_IN_IMAGE.refusal();
        }
        return snapshots.remove(snapshotId);
    }

    List<Instance> instances() {
        return instances.all();
    }

    List<LaunchTemplate> launchTemplates() {
        return launchTemplates.all();
    }

    List<ScalingGroup> scalingGroups() {
        return seed.scalingGroups();
    }

    /** The resources of a type that may have tags; none of a type that is not simulated. */
    List<? extends Tagged> tagged(String type, Instant now) {
        if (type.equals("image")) {
            return images.listing(now).images();
        }
        var shelf = shelf(type);
        return shelf == null ? List.of() : shelf.all();
    }

    Optional<? extends Tagged> tagged(String type, String id, Instant now) {
        if (type.equals("image")) {
            return images.find(id, now);
        }
        var shelf = shelf(type);
        return shelf == null ? Optional.empty() : shelf.find(id);
    }

    /** Gives a resource other tags; false: there is none, or it has them already. */
    boolean retag(String type, String id, Instant now, UnaryOperator<Map<String, String>> edit) {
        return switch (type) {
            case "image" -> images.change(id, now, image -> image.tagged(edit.apply(image.tags())));
            case "snapshot" -> snapshots.change(id, one -> one.tagged(edit.apply(one.tags())));
            case "instance" -> instances.change(id, one -> one.tagged(edit.apply(one.tags())));
            case "launchtemplate" -> launchTemplates.change(id, one -> one.tagged(edit.apply(one.tags())));
            default -> false;
        };
    }

    RegionState state(Instant now) {
        return new RegionState(
                id(),
                images.present(now),
                images.deleted(),
                snapshots.all(),
                instances.all(),
                launchTemplates.all(),
                seed.scalingGroups());
    }

    private @Nullable Shelf<? extends Tagged> shelf(String type) {
        return switch (type) {
            case "snapshot" -> snapshots;
            case "instance" -> instances;
            case "launchtemplate" -> launchTemplates;
            default -> null;
        };
    }

    private void addUnlistedSnapshots(Image image) {
        image.snapshotIds()
                .forEach(id -> snapshots.add(new Snapshot(id, image.sizeGib(), image.creationTime(), Map.of())));
    }
}
