package io.imagesweep.simulator;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The tags of a resource, as every Describe action tells them. */
final class TagList {

    private TagList() {}

    static void put(ObjectNode body, Map<String, String> tags) {
        var list = body.putObject("Tags").putArray("Tag");
        tags.forEach((key, value) -> list.addObject().put("TagKey", key).put("TagValue", value));
    }
}
