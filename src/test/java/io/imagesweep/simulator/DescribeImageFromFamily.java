package io.imagesweep.simulator;

import java.util.List;

/** Tells the newest available image of a family. */
final class DescribeImageFromFamily implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageFamily").mandatory());

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource("image", "*"));
    }

    @Override
    public Answer answer(Call call) {
        var found = new ImageListing(call).matching(new ImageFilter(call.arguments()));
        var body = Answer.object();
        if (!found.isEmpty()) {
            body.set("Image", ImageBody.of(found.getFirst()));
        }
        return Answer.of(body);
    }
}
