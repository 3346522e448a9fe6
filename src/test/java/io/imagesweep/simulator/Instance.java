package io.imagesweep.simulator;

/** An instance; it keeps its image in use, whatever its status. */
record Instance(String instanceId, String imageId, String status) {

    Instance {
        Required.text("instanceId", instanceId);
        imageId = imageId == null ? "" : imageId;
        status = status == null ? "Running" : status;
    }
}
