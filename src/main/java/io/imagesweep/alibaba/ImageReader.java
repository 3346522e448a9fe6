package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one image of DescribeImages. What is missing or unreadable is unknown, and no reason to lose the image. */
final class ImageReader {

    private ImageReader() {}

    static Candidate candidate(AccountRegion where, String imageId, JsonNode image) {
        return new Candidate(
                new ImageKey(where, imageId),
                text(image, "ImageName"),
                text(image, "ImageFamily"),
                text(image, "ImageVersion"),
                text(image, "Status"),
                instant(text(image, "CreationTime")),
                number(text(image, "Size")),
                tags(image),
                snapshotIds(image),
                bool(image, "IsSelfShared"),
                Boolean.TRUE.equals(bool(image, "IsPublic")),
                Boolean.TRUE.equals(bool(image, "IsCopied")));
    }

    /** The text of a field, whatever its type; null when there is none. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    /** A moment; null where there is none that can be read. */
    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** A truth value or its word in any case: the documentation shows true (2025) and "False" (2021) in one field. */
    private static @Nullable Boolean bool(JsonNode image, String field) {
        String word = text(image, field);
        if ("true".equalsIgnoreCase(word)) {
            return true;
        }
        return "false".equalsIgnoreCase(word) ? false : null;
    }

    /** Of a key that is there twice the first value counts. */
    private static Map<String, String> tags(JsonNode image) {
        Map<String, String> tags = new HashMap<>();
        for (JsonNode tag : image.path("Tags").path("Tag")) {
            String key = text(tag, "TagKey");
            String value = text(tag, "TagValue");
            if (key != null) {
                tags.putIfAbsent(key, value == null ? "" : value);
            }
        }
        return tags;
    }

    private static List<String> snapshotIds(JsonNode image) {
        return image.path("DiskDeviceMappings")
                .path("DiskDeviceMapping")
                .valueStream()
                .map(disk -> text(disk, "SnapshotId"))
                .filter(id -> id != null && !id.isBlank())
                .distinct()
                .toList();
    }
}
