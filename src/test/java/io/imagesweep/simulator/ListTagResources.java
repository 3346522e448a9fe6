package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tags of images: of those named, or of those that have the tags asked for. */
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
        var found = images(call).stream()
                .filter(image -> !image.tags().isEmpty() && tags.test(image.tags()) && globs.test(image.tags()))
                .toList();
        var page = TokenPage.of(found, Image::imageId, PAGE, arguments.text("NextToken"));
        var body = Answer.object().put("NextToken", page.nextToken());
        var list = body.putObject("TagResources").putArray("TagResource");
        page.items().forEach(image -> list.addAll(tags(image)));
        return Answer.of(body);
    }

    private static List<Image> images(Call call) {
        var ids = call.arguments().texts("ResourceId");
        var images = new ArrayList<Image>();
        if (TaggedResources.isAboutImages(call)) {
            call.region().forEachListed(call.now(), image -> {
                if (ids.isEmpty() || ids.contains(image.imageId())) {
                    images.add(image);
                }
            });
        }
        return images;
    }

    private static List<ObjectNode> tags(Image image) {
        return image.tags().entrySet().stream()
                .map(tag -> Answer.object()
                        .put("ResourceId", image.imageId())
                        .put("ResourceType", "image")
                        .put("TagKey", tag.getKey())
                        .put("TagValue", tag.getValue()))
                .toList();
    }
}
