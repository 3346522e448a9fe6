package io.imagesweep.policy;

import io.imagesweep.policy.Node.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping with one or more of {@code keys}. Its errors are said, and never make it unreadable as a whole.
 *
 * @param demands what its keys ask of each other, as a part of a JSON Schema
 */
record SectionKind<T>(List<String> keys, Map<String, Object> demands, Function<Section, T> body) implements Kind<T> {

    SectionKind(List<String> keys, Function<Section, T> body) {
        this(keys, Map.of(), body);
    }

    @Override
    public String allowed() {
        return "a mapping with one or more of " + String.join(", ", keys);
    }

    @Override
    public Map<String, Object> schema() {
        return Schema.section(this);
    }

    @Override
    public Optional<T> read(Node node, String path, Findings findings) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            return refuse(node, path, findings);
        }
        Keys.refuseDoubled(mapping, path, findings);
        Keys.refuseUnknown(mapping, path, keys, findings);
        return Optional.of(body.apply(new Section(mapping, path, findings)));
    }
}
