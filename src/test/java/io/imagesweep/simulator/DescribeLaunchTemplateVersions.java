package io.imagesweep.simulator;

import java.util.List;

/** Lists the versions of one launch template; their image only with DetailFlag. */
final class DescribeLaunchTemplateVersions implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("LaunchTemplateId"),
            Parameter.text("LaunchTemplateName"),
            Parameter.list("LaunchTemplateVersion", 100),
            Parameter.number("MinVersion"),
            Parameter.number("MaxVersion"),
            Parameter.flag("DefaultVersion"),
            Parameter.flag("DetailFlag"),
            Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMETER, 1, Integer.MAX_VALUE),
            Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMETER, 1, 50));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource(
                "launchtemplate", call.arguments().given("LaunchTemplateId").orElse("*")));
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var template = template(call);
        var found = template.versions().stream()
                .filter(version -> isWanted(version, template, arguments))
                .toList();
        var page = Page.of(arguments, found);
        boolean detailed = !arguments.text("DetailFlag").equalsIgnoreCase("false");
        var body = page.heading();
        var sets = body.putObject("LaunchTemplateVersionSets").putArray("LaunchTemplateVersionSet");
        page.items().forEach(version -> sets.add(LaunchTemplateBody.of(template, version, detailed)));
        return Answer.of(body);
    }

    private static LaunchTemplate template(Call call) {
        var id = call.arguments().text("LaunchTemplateId");
        var name = call.arguments().text("LaunchTemplateName");
        if (id.isEmpty() && name.isEmpty()) {
            throw ErrorCode.MISSING_PARAMETER.refusal("LaunchTemplateId");
        }
        return call.region().launchTemplates().stream()
                .filter(template -> id.isEmpty() || template.launchTemplateId().equals(id))
                .filter(template ->
                        name.isEmpty() || template.launchTemplateName().equals(name))
                .findFirst()
                .orElseThrow(ErrorCode.TEMPLATE_NOT_FOUND::refusal);
    }

    private static boolean isWanted(LaunchTemplate.Version version, LaunchTemplate template, Arguments arguments) {
        var versions = arguments.texts("LaunchTemplateVersion");
        return (versions.isEmpty() || versions.contains(Long.toString(version.version())))
                && version.version() >= arguments.number("MinVersion", Long.MIN_VALUE)
                && version.version() <= arguments.number("MaxVersion", Long.MAX_VALUE)
                && (!arguments.flag("DefaultVersion") || version.version() == template.defaultVersion());
    }
}
