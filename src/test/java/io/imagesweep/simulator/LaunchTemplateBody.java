package io.imagesweep.simulator;

import tools.jackson.databind.node.ObjectNode;

/** A launch template and its versions as the API tells them. */
final class LaunchTemplateBody {

    private static final String CREATED = "2026-01-01T00:00:00Z";

    private LaunchTemplateBody() {}

    static ObjectNode of(LaunchTemplate template) {
        long latest = template.versions().stream()
                .mapToLong(LaunchTemplate.Version::version)
                .max()
                .orElse(template.defaultVersion());
        var body = common(template)
                .put("DefaultVersionNumber", template.defaultVersion())
                .put("LatestVersionNumber", latest)
                .put("ResourceGroupId", "");
        TagList.put(body, template.tags());
        return body;
    }

    static ObjectNode of(LaunchTemplate template, LaunchTemplate.Version version, boolean detailed) {
        var body = common(template)
                .put("VersionNumber", version.version())
                .put("VersionDescription", "")
                .put("DefaultVersion", version.version() == template.defaultVersion());
        if (detailed) {
            body.set("LaunchTemplateData", data(version));
        }
        return body;
    }

    private static ObjectNode common(LaunchTemplate template) {
        return Answer.object()
                .put("LaunchTemplateId", template.launchTemplateId())
                .put("LaunchTemplateName", template.launchTemplateName())
                .put("CreateTime", CREATED)
                .put(
                        "ModifiedTime",
                        template.modifiedTime() == null
                                ? CREATED
                                : template.modifiedTime().time().toString())
                .put("CreatedBy", "1");
    }

    private static ObjectNode data(LaunchTemplate.Version version) {
        var data = Answer.object()
                .put("ImageId", version.imageId() == null ? "" : version.imageId())
                .put("ImageOwnerAlias", "self")
                .put("InstanceType", "ecs.g7.large")
                .put("InstanceChargeType", "PostPaid")
                .put("NetworkType", "vpc");
        data.putObject("DataDisks").putArray("DataDisk");
        data.putObject("NetworkInterfaces").putArray("NetworkInterface");
        data.putObject("Tags").putArray("InstanceTag");
        return data;
    }
}
