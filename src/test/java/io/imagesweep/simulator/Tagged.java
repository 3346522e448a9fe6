package io.imagesweep.simulator;

import java.util.Map;

/** A resource of a region that may have tags. */
sealed interface Tagged permits Image, Instance, LaunchTemplate, Snapshot {

    String resourceId();

    Map<String, String> tags();

    /** The same resource with other tags. */
    Tagged tagged(Map<String, String> newTags);
}
