package io.imagesweep.policy;

import io.imagesweep.policy.Node.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A mapping with one or more of {@code keys}. Its errors are said, and never make it unreadable as a whole. */
record SectionKind<T>(List<String> keys, Function<Section, T> body) implements Kind<T> {

    @Override
    public String allowed() {
        return "a mapping with one or more of " + String.join(", ", keys);
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
