package io.imagesweep.policy;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Refuses what YAML allows in front of a value or in its place: anchors, aliases and tags. */
final class Ornaments {

    private Ornaments() {}

    static void refuse(NodeEvent event, Place place, String path, Findings findings) {
        if (event instanceof AliasEvent alias) {
            refuse("the alias *" + alias.getAnchor(), place, path, findings);
            return;
        }
        if (event.getAnchor() != null) {
            refuse("the anchor &" + event.getAnchor(), place, path, findings);
        }
        String tag = tag(event);
        if (tag != null) {
            refuse("the YAML tag " + tag, place, path, findings);
        }
    }

    private static void refuse(String what, Place place, String path, Findings findings) {
        findings.error(place, path, "found " + Shown.shortened(what) + ", allowed: the value alone");
    }

    private static @Nullable String tag(NodeEvent event) {
        return switch (event) {
            case ScalarEvent text -> text.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> null;
        };
    }
}
