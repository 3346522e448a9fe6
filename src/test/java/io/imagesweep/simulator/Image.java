package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A custom image, as the state has it.
 *
 * @param imageVersion a text, as in the API
 * @param busy copying, importing, exporting or creating
 * @param busyFor how long it is busy, as it was written; null: until somebody changes it
 * @param bootMode null: as most have it, as with the two that follow
 */
record Image(
        String imageId,
        String imageName,
        @Nullable String imageFamily,
        String imageVersion,
        String status,
        Instant creationTime,
        int sizeGib,
        String ownerAlias,
        String description,
        Map<String, String> tags,
        List<String> snapshotIds,
        List<String> sharedWith,
        @JsonProperty("isPublic") boolean openToAll,
        @JsonProperty("isCopied") boolean copied,
        @Nullable String busy,
        @Nullable String busyFor,
        @Nullable String bootMode,
        @Nullable String licenseType,
        @Nullable Map<String, String> features)
        implements Tagged {

    static final Set<String> STATUSES =
            Set.of("Creating", "Waiting", "Available", "UnAvailable", "CreateFailed", "Deprecated");

    private static final Set<String> BUSY = Set.of("copying", "importing", "exporting", "creating");

    Image {
        Required.text("imageId", imageId);
        imageName = imageName == null ? imageId : imageName;
        imageFamily = imageFamily == null || imageFamily.isEmpty() ? null : imageFamily;
        imageVersion = imageVersion == null ? "1" : imageVersion;
        status = status == null ? "Available" : status;
        creationTime = Moments.wholeSeconds(creationTime);
        sizeGib = sizeGib == 0 ? 40 : sizeGib;
        ownerAlias = ownerAlias == null ? "self" : ownerAlias;
        description = description == null ? "" : description;
        tags = tags == null ? Map.of() : tags;
        snapshotIds = snapshotIds == null ? List.of() : snapshotIds;
        sharedWith = sharedWith == null ? List.of() : sharedWith;
        if (sizeGib < 0) {
            throw new IllegalArgumentException("image " + imageId + ": sizeGib is negative: " + sizeGib);
        }
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("image " + imageId + ": unknown status " + status);
        }
        if (busy != null && !BUSY.contains(busy)) {
            throw new IllegalArgumentException("image " + imageId + ": unknown busy " + busy);
        }
    }

    @Override
    public String resourceId() {
        return imageId;
    }

    @Override
    public Image tagged(Map<String, String> newTags) {
        return new ImageEdit(this).tags(newTags).image();
    }

    boolean isOwn() {
        return ownerAlias.equals("self");
    }

    boolean isBeingCreated() {
        return isUnfinished() || isBusy("creating");
    }

    boolean isBusy(String how) {
        return how.equals(busy);
    }

    /** This image when what it was busy with has ended. */
    Image settled() {
        return new ImageEdit(this)
                .status(isUnfinished() ? "Available" : status)
                .idle()
                .image();
    }

    private boolean isUnfinished() {
        return status.equals("Creating") || status.equals("Waiting");
    }
}
