package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes tags from resources: those named, or with All every one. */
final class UntagResources implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            TaggedResources.TYPE,
            TaggedResources.IDS.mandatory(),
            Parameter.list("TagKey", TaggedResources.MOST_TAGS).otherwise(ErrorCode.TAG_NUMBER::refusal),
            Parameter.flag("All"));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public List<String> resources(Call call) {
        return TaggedResources.arns(call);
    }

    @Override
    public Answer answer(Call call) {
        var resources = TaggedResources.named(call);
        return Answer.empty(TaggedResources.retag(call, resources, before -> left(before, call.arguments())));
    }

    private static Map<String, String> left(Map<String, String> tags, Arguments arguments) {
        var keys = arguments.texts("TagKey");
        if (keys.isEmpty() && arguments.flag("All")) {
            return Map.of();
        }
        var left = new LinkedHashMap<>(tags);
        left.keySet().removeAll(keys);
        return left;
    }
}
