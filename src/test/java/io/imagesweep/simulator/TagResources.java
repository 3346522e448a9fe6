package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds tags to resources; a key that is there already gets the new value. */
final class TagResources implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            TaggedResources.TYPE,
            TaggedResources.IDS.mandatory(),
            Parameter.list(
                            "Tag",
                            TaggedResources.MOST_TAGS,
                            Parameter.text("Key")
                                    .where(TagResources::isKey, ErrorCode.TAG_KEY::refusal)
                                    .mandatory(),
                            Parameter.text("Value")
                                    .where(TagResources::isValue, ErrorCode.TAG_VALUE::refusal)
                                    .mandatoryOrEmpty())
                    .otherwise(ErrorCode.TAG_NUMBER::refusal)
                    .mandatory());

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
        var added = tags(call.arguments());
        var resources = TaggedResources.named(call);
        for (var resource : resources) {
            if (together(resource.tags(), added).size() > TaggedResources.MOST_TAGS) {
                throw ErrorCode.TAG_NUMBER.refusal();
            }
        }
        return Answer.empty(TaggedResources.retag(call, resources, before -> together(before, added)));
    }

    private static Map<String, String> tags(Arguments arguments) {
        var tags = new LinkedHashMap<String, String>();
        for (var entry : arguments.list("Tag").values()) {
            if (tags.put(entry.getOrDefault("Key", ""), entry.getOrDefault("Value", "")) != null) {
                throw ErrorCode.TAG_DUPLICATE.refusal();
            }
        }
        return tags;
    }

    private static Map<String, String> together(Map<String, String> before, Map<String, String> added) {
        var all = new LinkedHashMap<>(before);
        all.putAll(added);
        return all;
    }

    private static boolean isKey(String key) {
        return key.length() <= 128 && !key.startsWith("aliyun") && !key.startsWith("acs:") && !key.contains("://");
    }

    private static boolean isValue(String value) {
        return value.length() <= 128 && !value.startsWith("acs:") && !value.contains("://");
    }
}
