package io.imagesweep.policy;

import java.util.Map;
import java.util.Optional;

/** What may stand as the value of a key. */
interface Kind<T> {

    /** Says what is allowed. */
    String allowed();

    /** Describes it as a part of a JSON Schema. */
    Map<String, Object> schema();

    /** Reads {@code node}, or says what is wrong with it. */
    Optional<T> read(Node node, String path, Findings findings);

    /** Says that {@code node} is not of this kind. */
    default Optional<T> refuse(Node node, String path, Findings findings) {
        if (!(node instanceof Node.Refused)) {
            findings.error(node.place(), path, "found " + node.shown() + ", allowed: " + allowed());
        }
        return Optional.empty();
    }
}
