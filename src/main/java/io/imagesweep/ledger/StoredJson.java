package io.imagesweep.ledger;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records of this room as JSON in a column. */
final class StoredJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredJson() {}

    static String write(Record value) {
        return JSON.writeValueAsString(value);
    }

    /** Reads {@code json}; what it does not say is as in {@code otherwise}. */
    static <T extends Record> T read(String json, T otherwise) {
        var whole = JSON.<ObjectNode>valueToTree(otherwise);
        JSON.readTree(json).properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
        return JSON.treeToValue(whole, JSON.constructType(otherwise.getClass()));
    }
}
