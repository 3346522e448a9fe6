package io.imagesweep.simulator;

import java.util.List;

/** Lists launch templates. */
final class DescribeLaunchTemplates implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.list("LaunchTemplateId", 100),
            Parameter.list("LaunchTemplateName", 100),
            Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMETER, 1, Integer.MAX_VALUE),
            Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMETER, 1, 50),
            Parameter.text("TemplateResourceGroupId"),
            Parameter.list("TemplateTag", 20, Parameter.text("Key"), Parameter.text("Value")));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource("launchtemplate", "*"));
    }

    @Override
    public Answer answer(Call call) {
        var ids = call.arguments().texts("LaunchTemplateId");
        var names = call.arguments().texts("LaunchTemplateName");
        var tags = TagFilter.of(call.arguments(), "TemplateTag");
        boolean grouped = call.arguments().given("TemplateResourceGroupId").isPresent();
        var found = call.region().launchTemplates().stream()
                .filter(template -> ids.isEmpty() || ids.contains(template.launchTemplateId()))
                .filter(template -> names.isEmpty() || names.contains(template.launchTemplateName()))
                .filter(template -> tags.test(template.tags()) && !grouped)
                .toList();
        var page = Page.of(call.arguments(), found);
        var body = page.heading();
        var sets = body.putObject("LaunchTemplateSets").putArray("LaunchTemplateSet");
        page.items().forEach(template -> sets.add(LaunchTemplateBody.of(template)));
        return Answer.of(body);
    }
}
