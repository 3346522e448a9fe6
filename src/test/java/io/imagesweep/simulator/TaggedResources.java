package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;

/** What the three actions about tags have in common: they name resources of one type, of which only images have tags here. */
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

    /** The images named, all of which must exist. */
    static List<Image> images(Call call) {
        var region = call.region();
        var images = new ArrayList<Image>();
        for (var id : call.arguments().texts("ResourceId")) {
            if (!isAboutImages(call)) {
                throw ErrorCode.RESOURCE_NOT_FOUND.refusal();
            }
            images.add(region.image(id, call.now()).orElseThrow(ErrorCode.RESOURCE_NOT_FOUND::refusal));
        }
        return images;
    }

    static boolean isAboutImages(Call call) {
        return call.arguments().text("ResourceType").equals("image");
    }
}
