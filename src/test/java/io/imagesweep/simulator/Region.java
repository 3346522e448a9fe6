package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What one account holds in one region, alive: images come and go, newest first. */
final class Region {

    private static final Comparator<Image> NEWEST_FIRST =
            Comparator.comparing(Image::creationTime).reversed().thenComparing(Image::imageId);

    private final RegionState seed;
    private final Map<String, Holding> images = new LinkedHashMap<>();
    private final List<DeletedImage> deleted;
    private final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
    private final Set<String> used;

    Region(RegionState seed, Instant now) {
        this.seed = seed;
        seed.images().stream()
                .sorted(NEWEST_FIRST)
                .forEach(image -> images.put(image.imageId(), Holding.of(image, now)));
        deleted = new ArrayList<>(seed.deletedImages());
        used = seed.instances().stream().map(Instance::imageId).collect(Collectors.toUnmodifiableSet());
        seed.snapshots().forEach(snapshot -> snapshots.put(snapshot.snapshotId(), snapshot));
        seed.images().forEach(this::addUnlistedSnapshots);
    }

    String id() {
        return seed.regionId();
    }

    /** The image, unless it is unknown or deleted, even if it is still listed. */
    synchronized Optional<Image> image(String imageId, Instant now) {
        return Optional.ofNullable(images.get(imageId))
                .filter(holding -> !holding.deleted())
                .map(holding -> holding.at(now).image());
    }

    synchronized void forEachListed(Instant now, Consumer<Image> visitor) {
        var holdings = images.values().iterator();
        while (holdings.hasNext()) {
            var holding = holdings.next();
            if (holding.listed(now)) {
                visitor.accept(holding.at(now).image());
            } else {
                holdings.remove();
            }
        }
    }

    boolean uses(String imageId) {
        return used.contains(imageId);
    }

    /** Deletes the image if {@code check} lets it pass; it stays listed for {@code lag}. False: there is none. */
    synchronized boolean delete(String imageId, Consumer<Image> check, Instant now, Duration lag, String requestId) {
        var image = image(imageId, now);
        if (image.isEmpty()) {
            return false;
        }
        check.accept(image.get());
        deleted.add(new DeletedImage(image.get(), now, requestId));
        if (lag.isZero()) {
            images.remove(imageId);
        } else {
            images.computeIfPresent(imageId, (id, holding) -> holding.at(now).deletedUntil(now.plus(lag)));
        }
        return true;
    }

    /** Changes the image; false: there is none, or it was so already. */
    synchronized boolean change(String imageId, Instant now, UnaryOperator<Image> edit) {
        var before = image(imageId, now);
        if (before.isEmpty()) {
            return false;
        }
        var after = edit.apply(before.get());
        images.computeIfPresent(imageId, (id, holding) -> holding.at(now).with(after));
        return !after.equals(before.get());
    }

    synchronized List<Snapshot> snapshots() {
        return List.copyOf(snapshots.values());
    }

    synchronized boolean hasSnapshot(String snapshotId) {
        return snapshots.containsKey(snapshotId);
    }

    /** Refuses while an image is made of it, be it one that is deleted and still listed. */
    synchronized boolean deleteSnapshot(String snapshotId, Instant now) {
        forEachListed(now, image -> {
            if (image.snapshotIds().contains(snapshotId)) {
                throw ErrorCode.SNAPSHOT_IN_IMAGE.refusal();
            }
        });
        return snapshots.remove(snapshotId) != null;
    }

    List<Instance> instances() {
        return seed.instances();
    }

    List<LaunchTemplate> launchTemplates() {
        return seed.launchTemplates();
    }

    List<ScalingGroup> scalingGroups() {
        return seed.scalingGroups();
    }

    synchronized RegionState state(Instant now) {
        var present = seed.images().stream()
                .flatMap(image -> image(image.imageId(), now).stream())
                .toList();
        return new RegionState(
                id(),
                present,
                List.copyOf(deleted),
                List.copyOf(snapshots.values()),
                seed.instances(),
                seed.launchTemplates(),
                seed.scalingGroups());
    }

    private void addUnlistedSnapshots(Image image) {
        image.snapshotIds()
                .forEach(id -> snapshots.putIfAbsent(id, new Snapshot(id, image.sizeGib(), image.creationTime())));
    }
}
