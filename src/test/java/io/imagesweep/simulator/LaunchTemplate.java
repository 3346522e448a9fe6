package io.imagesweep.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A launch template with its versions, each of which may name an image. */
record LaunchTemplate(String launchTemplateId, String launchTemplateName, long defaultVersion, List<Version> versions) {

    LaunchTemplate {
        Required.text("launchTemplateId", launchTemplateId);
        launchTemplateName = launchTemplateName == null ? launchTemplateId : launchTemplateName;
        defaultVersion = defaultVersion == 0 ? 1 : defaultVersion;
        versions = versions == null ? List.of() : versions;
    }

    /**
     * One version of a launch template.
     *
     * @param imageId null: the instance's maker names the image
     */
    record Version(long version, @Nullable String imageId) {}
}
