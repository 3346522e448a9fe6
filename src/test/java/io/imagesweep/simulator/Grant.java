package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a role's or key's allow or deny list: an action, on one kind of resource or on all.
 *
 * @param resource null for every resource
 */
record Grant(String action, @Nullable String resource) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Grant of(JsonNode node) {
        if (node.isString()) {
            return new Grant(node.asString(), null);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("allow and deny hold actions or {action, resource}, not " + node);
        }
        for (var name : node.propertyNames()) {
            if (!name.equals("action") && !name.equals("resource")) {
                throw new IllegalArgumentException("allow and deny hold {action, resource}, not " + node);
            }
        }
        return new Grant(
                node.path("action").asString("*"), node.path("resource").asString("*"));
    }

    @JsonValue
    Object written() {
        if (resource == null) {
            return action;
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("action", action);
        fields.put("resource", resource);
        return fields;
    }
}
