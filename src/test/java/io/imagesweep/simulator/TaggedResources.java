package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the three actions about tags have in common: they name resources of one type, of which images, snapshots, instances and launch templates are simulated. */
final class TaggedResources {

    static final int MOST_RESOURCES = 50;
    static final int MOST_TAGS = 20;

    static final Parameter TYPE = Parameter.text("ResourceType")
            .oneOf(
                    ErrorCode.RESOURCE_TYPE,
                    "instance",
                    "disk",
                    "snapshot",
                    "image",
                    "securitygroup",
                    "volume",
                    "eni",
                    "ddh",
                    "ddhcluster",
                    "keypair",
                    "launchtemplate",
                    "reservedinstance",
                    "snapshotpolicy",
                    "elasticityassurance",
                    "capacityreservation",
                    "command",
                    "invocation",
                    "activation",
                    "managedinstance")
            .mandatory();

    static final Parameter IDS =
            Parameter.list("ResourceId", MOST_RESOURCES).otherwise(ErrorCode.RESOURCE_COUNT::refusal);

    private TaggedResources() {}

    static List<String> arns(Call call) {
        var type = call.arguments().text("ResourceType");
        var ids = call.arguments().texts("ResourceId");
        return ids.isEmpty()
                ? List.of(call.ecsResource(type, "*"))
                : ids.stream().map(id -> call.ecsResource(type, id)).toList();
    }

    /** The resources named, all of which must exist. */
    static List<Tagged> named(Call call) {
        var type = call.arguments().text("ResourceType");
        var resources = new ArrayList<Tagged>();
        for (var id : call.arguments().texts("ResourceId")) {
            var resource = call.region().tagged(type, id, call.now());
            resources.add(resource.orElseThrow(ErrorCode.RESOURCE_NOT_FOUND::refusal));
        }
        return resources;
    }

    /** True: at least one of them has other tags now. */
    static boolean retag(Call call, List<Tagged> resources, UnaryOperator<Map<String, String>> edit) {
        var type = call.arguments().text("ResourceType");
        boolean changed = false;
        for (var resource : resources) {
            changed |= call.region().retag(type, resource.resourceId(), call.now(), edit);
        }
        return changed;
    }
}
