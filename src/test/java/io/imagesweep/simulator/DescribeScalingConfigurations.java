package io.imagesweep.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Lists the scaling configurations of ESS, with the image, its name or the family each of them uses. */
final class DescribeScalingConfigurations implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ESS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ScalingGroupId"),
            Parameter.list("ScalingConfigurationId", 10),
            Parameter.list("ScalingConfigurationName", 10),
            Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMETER, 1, Integer.MAX_VALUE),
            Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMETER, 1, 50));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.essResource("scalingconfiguration"));
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var group = arguments.text("ScalingGroupId");
        var ids = arguments.texts("ScalingConfigurationId");
        var names = arguments.texts("ScalingConfigurationName");
        var found = call.region().scalingGroups().stream()
                .filter(held -> group.isEmpty() || held.scalingGroupId().equals(group))
                .flatMap(held -> held.configurations().stream()
                        .filter(one -> ids.isEmpty() || ids.contains(one.scalingConfigurationId()))
                        .filter(one -> names.isEmpty() || names.contains(one.scalingConfigurationId()))
                        .map(one -> body(held, one)))
                .toList();
        var page = Page.of(arguments, found);
        var body = page.heading();
        body.putObject("ScalingConfigurations").putArray("ScalingConfiguration").addAll(page.items());
        return Answer.of(body);
    }

    private static ObjectNode body(ScalingGroup group, ScalingGroup.Configuration configuration) {
        return Answer.object()
                .put("ScalingConfigurationId", configuration.scalingConfigurationId())
                .put("ScalingConfigurationName", configuration.scalingConfigurationId())
                .put("ScalingGroupId", group.scalingGroupId())
                .put("ImageId", orEmpty(configuration.imageId()))
                .put("ImageName", orEmpty(configuration.imageName()))
                .put("ImageFamily", orEmpty(configuration.imageFamily()))
                .put("LifecycleState", Boolean.TRUE.equals(configuration.active()) ? "Active" : "Inactive")
                .put("InstanceType", "ecs.g7.large")
                .put("CreationTime", "2026-01-01T00:00Z");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
