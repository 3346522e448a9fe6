package io.imagesweep.simulator;

import java.util.List;

/** Lists images page by page, newest first; without a Status only those that are Available. */
final class DescribeImages implements Action {

    @Override
    public ParameterTable parameters() {
        return DescribeImagesParameters.TABLE;
    }

    /** What the vendor or others offer is open to everybody. */
    @Override
    public List<String> resources(Call call) {
        var alias = call.arguments().text("ImageOwnerAlias");
        if (alias.equals("system") || alias.equals("others")) {
            return List.of();
        }
        return List.of(
                call.ecsResource("image", call.arguments().given("ImageId").orElse("*")));
    }

    @Override
    public Answer answer(Call call) {
        var filter = new ImageFilter(call.arguments());
        var listing = new ImageListing(call);
        call.refuseIfDry();
        var page = Page.of(call.arguments(), listing.matching(filter));
        var body = page.heading().put("RegionId", call.region().id());
        var images = body.putObject("Images").putArray("Image");
        page.items().forEach(listed -> images.add(ImageBody.of(listed)));
        return Answer.of(body);
    }
}
