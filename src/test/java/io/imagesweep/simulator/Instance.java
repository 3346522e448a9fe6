package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** An instance; it keeps its image in use, whatever its status. */
record Instance(
        String instanceId,
        String imageId,
        String status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> tags)
        implements Tagged {

    Instance {
        Required.text("instanceId", instanceId);
        imageId = imageId == null ? "" : imageId;
        status = status == null ? "Running" : status;
        tags = tags == null ? Map.of() : tags;
    }

    @Override
    public String resourceId() {
        return instanceId;
    }

    @Override
    public Instance tagged(Map<String, String> newTags) {
        return new Instance(instanceId, imageId, status, newTags);
    }
}
