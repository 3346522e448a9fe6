package io.imagesweep.simulator;

import java.util.List;

/** Lists the accounts an image is shared with. */
final class DescribeImageSharePermission implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageId").mandatory(),
            Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMETER, 1, Integer.MAX_VALUE),
            Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMETER, 1, 100));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource("image", call.arguments().text("ImageId")));
    }

    @Override
    public Answer answer(Call call) {
        var region = call.region();
        var image = call.ownImage();
        var page = Page.of(call.arguments(), image.sharedWith());
        var body = page.heading().put("RegionId", region.id()).put("ImageId", image.imageId());
        var accounts = body.putObject("Accounts").putArray("Account");
        page.items().forEach(id -> accounts.addObject().put("AliyunId", id).put("SharedTime", ""));
        var groups = body.putObject("ShareGroups").putArray("ShareGroup");
        if (image.openToAll()) {
            groups.addObject().put("Group", "all");
        }
        return Answer.of(body);
    }
}
