package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds images as they were at {@link #NOW}: Available, 100 days old, unshared, without name, family and tags. */
final class ImageBuilder {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, String> tags = new LinkedHashMap<>();
    private ImageKey key;
    private @Nullable String name;
    private @Nullable String family;
    private @Nullable String status = "Available";
    private @Nullable Instant createdAt = NOW.minus(Duration.ofDays(100));
    private @Nullable Integer sizeGib = 40;
    private @Nullable Boolean shared = false;
    private boolean isPublic;

    private ImageBuilder(String imageId) {
        key = new ImageKey("1001", "cn-hangzhou", imageId);
    }

    static ImageBuilder image() {
        return image("m-1");
    }

    static ImageBuilder image(String imageId) {
        return new ImageBuilder(imageId);
    }

    ImageBuilder in(String accountId, String regionId) {
        key = new ImageKey(accountId, regionId, key.imageId());
        return this;
    }

    ImageBuilder named(@Nullable String name) {
        this.name = name;
        return this;
    }

    ImageBuilder family(@Nullable String family) {
        this.family = family;
        return this;
    }

    ImageBuilder status(@Nullable String status) {
        this.status = status;
        return this;
    }

    ImageBuilder aged(Duration age) {
        return created(NOW.minus(age));
    }

    ImageBuilder days(long days) {
        return aged(Duration.ofDays(days));
    }

    ImageBuilder created(@Nullable Instant createdAt) {
        this.createdAt = createdAt;
        return this;
    }

    ImageBuilder sized(@Nullable Integer sizeGib) {
        this.sizeGib = sizeGib;
        return this;
    }

    ImageBuilder tag(String tagKey, String value) {
        tags.put(tagKey, value);
        return this;
    }

    ImageBuilder shared(@Nullable Boolean shared) {
        this.shared = shared;
        return this;
    }

    ImageBuilder openToAll() {
        isPublic = true;
        return this;
    }

    Candidate build() {
        return new Candidate(
                key, name, family, null, status, createdAt, sizeGib, tags, List.of(), shared, isPublic, false);
    }
}
