package io.imagesweep.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a changed copy of an image. */
final class ImageEdit {

    private final Image before;
    private String name;
    private @Nullable String family;
    private String status;
    private String description;
    private Instant creationTime;
    private int sizeGib;
    private Map<String, String> tags;
    private List<String> snapshotIds;
    private List<String> sharedWith;
    private boolean openToAll;
    private boolean copied;
    private @Nullable String busy;
    private @Nullable String busyFor;
    private @Nullable String bootMode;
    private @Nullable String licenseType;
    private @Nullable Map<String, String> features;

    ImageEdit(Image before) {
        this.before = before;
        name = before.imageName();
        family = before.imageFamily();
        status = before.status();
        description = before.description();
        creationTime = before.creationTime();
        sizeGib = before.sizeGib();
        tags = before.tags();
        snapshotIds = before.snapshotIds();
        sharedWith = before.sharedWith();
        openToAll = before.openToAll();
        copied = before.copied();
        busy = before.busy();
        busyFor = before.busyFor();
        bootMode = before.bootMode();
        licenseType = before.licenseType();
        features = before.features();
    }

    static ImageEdit ordinary(String imageId, Instant creationTime) {
        return new ImageEdit(new Image(
                imageId,
                imageId,
                null,
                "1",
                "Available",
                creationTime,
                40,
                "self",
                "",
                Map.of(),
                List.of(),
                List.of(),
                false,
                false,
                null,
                null,
                null,
                null,
                null));
    }

    ImageEdit name(String value) {
        name = value;
        return this;
    }

    ImageEdit family(@Nullable String value) {
        family = value;
        return this;
    }

    ImageEdit status(String value) {
        status = value;
        return this;
    }

    ImageEdit description(String value) {
        description = value;
        return this;
    }

    ImageEdit createdAt(Instant value) {
        creationTime = value;
        return this;
    }

    ImageEdit size(int gib) {
        sizeGib = gib;
        return this;
    }

    ImageEdit tags(Map<String, String> value) {
        tags = new LinkedHashMap<>(value);
        return this;
    }

    ImageEdit snapshots(List<String> value) {
        snapshotIds = List.copyOf(value);
        return this;
    }

    ImageEdit sharedWith(List<String> value) {
        sharedWith = new ArrayList<>(value);
        return this;
    }

    ImageEdit openToAll(boolean value) {
        openToAll = value;
        return this;
    }

    ImageEdit copied(boolean value) {
        copied = value;
        return this;
    }

    ImageEdit bootMode(String value) {
        bootMode = value;
        return this;
    }

    ImageEdit licenseType(String value) {
        licenseType = value;
        return this;
    }

    ImageEdit features(Map<String, String> value) {
        var all = new TreeMap<>(features == null ? Map.of() : features);
        all.putAll(value);
        features = all.isEmpty() ? null : all;
        return this;
    }

    ImageEdit busy(String value) {
        busy = value;
        return this;
    }

    ImageEdit idle() {
        busy = null;
        busyFor = null;
        return this;
    }

    Image image() {
        return new Image(
                before.imageId(),
                name,
                family,
                before.imageVersion(),
                status,
                creationTime,
                sizeGib,
                before.ownerAlias(),
                description,
                tags,
                snapshotIds,
                sharedWith,
                openToAll,
                copied,
                busy,
                busyFor,
                bootMode,
                licenseType,
                features);
    }
}
