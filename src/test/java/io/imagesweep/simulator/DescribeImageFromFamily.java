package io.imagesweep.simulator;

import java.util.ArrayList;
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
        var family = call.arguments().text("ImageFamily");
        var found = new ArrayList<ListedImage>();
        new ImageListing(call, call.region()).forEach(listed -> {
            if (family.equals(listed.image().imageFamily())
                    && listed.image().status().equals("Available")) {
                found.add(listed);
            }
        });
        var body = Answer.object();
        if (!found.isEmpty()) {
            body.set("Image", ImageBody.of(found.getFirst()));
        }
        return Answer.of(body);
    }
}
