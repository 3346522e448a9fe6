package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Changes an image's name, family, description, status, boot mode, license or features; Deprecated hides it from the usual listing. */
final class ModifyImageAttribute implements Action {

    private static final Pattern NAME = Pattern.compile("(?!acs:|aliyun|.*https?://)\\p{L}[\\p{L}\\p{N}.:_\\-]{1,127}");
    private static final Pattern DESCRIPTION = Pattern.compile("(?!https?://)(?s).{2,256}");

    private static final Map<String, List<String>> FEATURES =
            Map.of("NvmeSupport", List.of("supported", "unsupported"), "ImdsSupport", List.of("v1", "v2"));

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
        checkFeatures(features(call.arguments()));
        call.refuseIfDry();
        return Answer.empty(call.region().images().change(image.imageId(), call.now(), before -> edited(call, before)));
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
        arguments.given("BootMode").ifPresent(edit::bootMode);
        arguments.given("LicenseType").ifPresent(edit::licenseType);
        edit.features(features(arguments));
        return edit.image();
    }

    /** A structure comes as {@code Features.Name}, one parameter for each part. */
    private static Map<String, String> features(Arguments arguments) {
        var features = new TreeMap<String, String>();
        FEATURES.keySet()
                .forEach(name -> arguments.given("Features." + name).ifPresent(value -> features.put(name, value)));
        return features;
    }

    private static void checkFeatures(Map<String, String> features) {
        features.forEach((name, value) -> {
            if (!FEATURES.getOrDefault(name, List.of()).contains(value)) {
                throw ErrorCode.INVALID_PARAMETER.refusal("Features." + name);
            }
        });
    }
}
