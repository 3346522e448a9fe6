package io.imagesweep.alibaba;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.ImageRemover;
import java.util.HashMap;
import java.util.Map;

/** Deletes images by DeleteImage. No bean: in a dry run there is none. */
final class AlibabaRemover implements ImageRemover {

    private final AlibabaClients clients;

    AlibabaRemover(AlibabaClients clients) {
        this.clients = clients;
    }

    @Override
    public Answer delete(ImageKey image, boolean force) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("RegionId", image.regionId(), "ImageId", image.imageId()));
        if (force) {
            parameters.put("Force", "true");
        }
        return clients.ecs(image.where()).call("DeleteImage", parameters).answer();
    }
}
