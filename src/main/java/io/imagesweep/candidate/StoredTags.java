package io.imagesweep.candidate;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags as a JSON object, as we write it and as other programs may have. */
final class StoredTags {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredTags() {}

    static String write(Map<String, String> tags) {
        var stored = new TreeMap<String, String>();
        tags.forEach((key, value) -> stored.put(StoredText.of(key), StoredText.of(value)));
        return JSON.writeValueAsString(stored);
    }

    static Map<String, String> read(@Nullable String json) {
        var tags = new TreeMap<String, String>();
        var node = json == null ? JSON.nullNode() : JSON.readTree(json);
        if (!node.isNull() && !node.isObject()) {
            // Tags protect images: what cannot be read must not pass for none.
            throw new IllegalStateException("tags are not a JSON object: " + json);
        }
        node.properties().forEach(tag -> tags.put(tag.getKey(), text(tag.getValue())));
        return tags;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
