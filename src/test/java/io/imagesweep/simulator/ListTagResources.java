package io.imagesweep.simulator;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tags of resources: of those named, or of those that have the tags asked for. */
final class ListTagResources implements Action {

    private static final int PAGE = 50;

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            TaggedResources.TYPE,
            TaggedResources.IDS,
            Parameter.list("Tag", TaggedResources.MOST_TAGS, Parameter.text("Key"), Parameter.text("Value"))
                    .otherwise(ErrorCode.TAG_NUMBER::refusal),
            Parameter.list(
                    "TagFilter", TaggedResources.MOST_TAGS, Parameter.text("TagKey"), Parameter.list("TagValues", 20)),
            Parameter.text("NextToken"));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return TaggedResources.arns(call);
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var tags = TagFilter.of(arguments);
        var globs = TagGlobs.of(arguments);
        var found = resources(call, arguments.text("ResourceType")).stream()
                .filter(one -> !one.tags().isEmpty() && tags.test(one.tags()) && globs.test(one.tags()))
                .toList();
        var page = TokenPage.of(found, Tagged::resourceId, PAGE, arguments.text("NextToken"));
        var body = Answer.object().put("NextToken", page.nextToken());
        var list = body.putObject("TagResources").putArray("TagResource");
        page.items().forEach(one -> list.addAll(tags(one, arguments.text("ResourceType"))));
        return Answer.of(body);
    }

    private static List<? extends Tagged> resources(Call call, String type) {
        var ids = call.arguments().texts("ResourceId");
        return ids.isEmpty()
                ? call.region().tagged(type, call.now())
                : ids.stream()
                        .distinct()
                        .<Tagged>flatMap(id -> call.region().tagged(type, id, call.now()).stream())
                        .toList();
    }

    private static List<ObjectNode> tags(Tagged resource, String type) {
        return resource.tags().entrySet().stream()
                .map(tag -> Answer.object()
                        .put("ResourceId", resource.resourceId())
                        .put("ResourceType", type)
                        .put("TagKey", tag.getKey())
                        .put("TagValue", tag.getValue()))
                .toList();
    }
}
