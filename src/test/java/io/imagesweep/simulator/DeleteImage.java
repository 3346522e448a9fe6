package io.imagesweep.simulator;

import java.util.List;

/** Deletes one image; Force waives only that instances use it, and its snapshots stay. */
final class DeleteImage implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageId").mandatory(),
            Parameter.flag("Force"),
            Parameter.flag("DryRun"));

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
        return List.of(call.ecsResource("image", call.arguments().text("ImageId")));
    }

    @Override
    public Answer answer(Call call) {
        var region = call.region();
        boolean deleted = region.images()
                .delete(
                        call.arguments().text("ImageId"),
                        image -> check(image, region, call),
                        call.now(),
                        call.settings().deletionLag(),
                        call.requestId());
        if (!deleted) {
            call.refuseIfDry();
            if (call.settings().missingImage() == 404) {
                throw ErrorCode.IMAGE_NOT_FOUND.refusal();
            }
        }
        return Answer.empty(deleted);
    }

    private static void check(Image image, Region region, Call call) {
        refuseIf(!image.isOwn(), ErrorCode.IMAGE_NOT_FOUND);
        refuseIf(image.isBusy("copying"), ErrorCode.IMAGE_COPYING);
        refuseIf(image.isBusy("importing"), ErrorCode.IMAGE_IMPORTING);
        refuseIf(image.isBusy("exporting"), ErrorCode.IMAGE_EXPORTING);
        refuseIf(image.isBeingCreated(), ErrorCode.IMAGE_CREATING);
        refuseIf(image.openToAll(), ErrorCode.IMAGE_PUBLIC);
        refuseIf(!image.sharedWith().isEmpty(), ErrorCode.IMAGE_SHARED);
        refuseIf(region.uses(image.imageId()) && !call.arguments().flag("Force"), ErrorCode.IMAGE_IN_USE);
        call.refuseIfDry();
    }

    private static void refuseIf(boolean condition, ErrorCode code) {
        if (condition) {
            throw code.refusal();
        }
    }
}
