package io.imagesweep.simulator;

import java.time.Duration;
import java.util.List;

/** Stops the copying of an image: a copy that is not finished is gone, a source is as before. */
final class CancelCopyImage implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageId").mandatory());

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
        var image = call.ownImage();
        if (!image.isBusy("copying")) {
            throw ErrorCode.IMAGE_STATUS.refusal();
        }
        var region = call.region();
        if (image.isBeingCreated()) {
            return Answer.empty(
                    region.images().delete(image.imageId(), any -> {}, call.now(), Duration.ZERO, call.requestId()));
        }
        return Answer.empty(region.images()
                .change(
                        image.imageId(),
                        call.now(),
                        before -> new ImageEdit(before).idle().image()));
    }
}
