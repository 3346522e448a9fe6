package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.ImageRemover;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes images by DeleteImage and its neighbours. No bean: in a dry run there is none. */
final class AlibabaRemover implements ImageRemover {

    private static final String SHARES = "ModifyImageSharePermission";

    private final AlibabaClients clients;

    AlibabaRemover(AlibabaClients clients) {
        this.clients = clients;
    }

    @Override
    public Answer delete(ImageKey image, boolean force) {
        return call(image, "DeleteImage", force ? Map.of("Force", "true") : Map.of());
    }

    @Override
    public Answer status(ImageKey image, String status) {
        return call(image, "ModifyImageAttribute", Map.of("Status", status));
    }

    @Override
    public Answer unshare(ImageKey image, List<String> accounts) {
        return call(image, SHARES, numbered("RemoveAccount", accounts));
    }

    @Override
    public Answer share(ImageKey image, List<String> accounts) {
        return call(image, SHARES, numbered("AddAccount", accounts));
    }

    @Override
    public Answer deleteSnapshot(AccountRegion where, String snapshotId) {
        return clients.ecs(where)
                .call("DeleteSnapshot", Map.of("RegionId", where.regionId(), "SnapshotId", snapshotId))
                .answer();
    }

    private Answer call(ImageKey image, String action, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("RegionId", image.regionId());
        parameters.put("ImageId", image.imageId());
        return clients.ecs(image.where()).call(action, parameters).answer();
    }

    private static Map<String, String> numbered(String name, List<String> values) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            parameters.put(name + "." + (i + 1), values.get(i));
        }
        return parameters;
    }
}
