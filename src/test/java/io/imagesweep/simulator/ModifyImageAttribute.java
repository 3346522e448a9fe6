package io.imagesweep.simulator;

import java.util.List;
import java.util.regex.Pattern;

/** Changes an image's name, family, description or status; Deprecated hides it from the usual listing. */
final class ModifyImageAttribute implements Action {

    private static final Pattern NAME = Pattern.compile("(?!acs:|aliyun|.*https?://)\\p{L}[\\p{L}\\p{N}.:_\\-]{1,127}");
    private static final Pattern DESCRIPTION = Pattern.compile("(?!https?://)(?s).{2,256}");

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageId").mandatory(),
            Parameter.text("ImageName").where(name -> NAME.matcher(name).matches(), ErrorCode.IMAGE_NAME::refusal),
            Parameter.text("ImageFamily")
                    .where(
                            family -> NAME.matcher(family).matches(),
                            () -> ErrorCode.INVALID_PARAMETER.refusal("ImageFamily")),
            Parameter.text("Description")
                    .where(text -> DESCRIPTION.matcher(text).matches(), ErrorCode.DESCRIPTION::refusal),
            Parameter.text("Status").oneOf(ErrorCode.INVALID_PARAMETER, "Deprecated", "Available"),
            Parameter.text("BootMode").oneOf(ErrorCode.INVALID_PARAMETER, "BIOS", "UEFI", "UEFI-Preferred"),
            Parameter.text("LicenseType").oneOf(ErrorCode.INVALID_PARAMETER, "Auto", "Aliyun", "BYOL"),
            Parameter.struct("Features"),
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
        var image = call.ownImage();
        call.arguments().given("Status").ifPresent(status -> checkStatus(image, status));
        call.refuseIfDry();
        return Answer.empty(call.region().change(image.imageId(), call.now(), before -> edited(call, before)));
    }

    private static void checkStatus(Image image, String status) {
        if (!image.status().equals("Available") && !image.status().equals("Deprecated")) {
            throw ErrorCode.IMAGE_STATUS.refusal();
        }
        if (status.equals("Deprecated") && !image.sharedWith().isEmpty()) {
            throw ErrorCode.IMAGE_SHARED.refusal();
        }
    }

    private static Image edited(Call call, Image before) {
        var arguments = call.arguments();
        var edit = new ImageEdit(before);
        arguments.given("ImageName").ifPresent(edit::name);
        arguments.given("ImageFamily").ifPresent(edit::family);
        arguments.given("Description").ifPresent(edit::description);
        arguments.given("Status").ifPresent(edit::status);
        return edit.image();
    }
}
