package io.imagesweep.simulator;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an action answers, but for the request id.
 *
 * @param changed something is different from before
 */
record Answer(ObjectNode body, boolean changed) {

    static Answer of(ObjectNode body) {
        return new Answer(body, false);
    }

    static Answer empty(boolean changed) {
        return new Answer(object(), changed);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
