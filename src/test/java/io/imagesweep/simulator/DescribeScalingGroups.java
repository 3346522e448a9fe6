package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Lists the scaling groups of ESS. */
final class DescribeScalingGroups implements Action {

    private static final ParameterTable PARAMETERS = new ParameterTable(Product.ESS, parameterList());

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.essResource("scalinggroup"));
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var ids = arguments.texts("ScalingGroupId");
        var names = new ArrayList<>(arguments.texts("ScalingGroupName"));
        arguments.given("ScalingGroupName").ifPresent(names::add);
        boolean others = arguments.text("GroupType").equals("ECI")
                || arguments.given("ResourceGroupId").isPresent()
                || !arguments.list("Tag").isEmpty();
        var found = call.region().scalingGroups().stream()
                .filter(group -> ids.isEmpty() || ids.contains(group.scalingGroupId()))
                .filter(group -> names.isEmpty() || names.contains(group.scalingGroupId()))
                .filter(group -> !others)
                .toList();
        var page = Page.of(arguments, found);
        var body = page.heading();
        var groups = body.putObject("ScalingGroups").putArray("ScalingGroup");
        page.items().forEach(group -> groups.add(body(group, call)));
        return Answer.of(body);
    }

    private static ObjectNode body(ScalingGroup group, Call call) {
        var active = group.configurations().stream()
                .filter(configuration -> Boolean.TRUE.equals(configuration.active()))
                .map(ScalingGroup.Configuration::scalingConfigurationId)
                .findFirst()
                .orElse("");
        return Answer.object()
                .put("ScalingGroupId", group.scalingGroupId())
                .put("ScalingGroupName", group.scalingGroupId())
                .put("ActiveScalingConfigurationId", active)
                .put("LifecycleState", "Active")
                .put("RegionId", call.region().id())
                .put("GroupType", "ECS")
                .put("MinSize", 0)
                .put("MaxSize", 10)
                .put("DesiredCapacity", 0)
                .put("TotalCapacity", 0)
                .put("ActiveCapacity", 0)
                .put("CreationTime", "2026-01-01T00:00Z");
    }

    private static List<Parameter> parameterList() {
        var parameters = new ArrayList<>(List.of(
                Parameter.text("RegionId").mandatory(),
                Parameter.list("ScalingGroupId", 20),
                Parameter.text("ScalingGroupName"),
                Parameter.text("GroupType").oneOf(ErrorCode.INVALID_PARAMETER, "ECS", "ECI"),
                Parameter.text("ResourceGroupId"),
                Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMETER, 1, Integer.MAX_VALUE),
                Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMETER, 1, 50),
                Parameter.list("Tag", 20, Parameter.text("Key"), Parameter.text("Value"))));
        IntStream.rangeClosed(1, 20).forEach(i -> parameters.add(Parameter.text("ScalingGroupName." + i)));
        return parameters;
    }
}
