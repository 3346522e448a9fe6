package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A launch template with its versions, each of which may name an image. */
record LaunchTemplate(
        String launchTemplateId,
        String launchTemplateName,
        long defaultVersion,
        List<Version> versions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> tags)
        implements Tagged {

    LaunchTemplate {
        Required.text("launchTemplateId", launchTemplateId);
        launchTemplateName = launchTemplateName == null ? launchTemplateId : launchTemplateName;
        defaultVersion = defaultVersion == 0 ? 1 : defaultVersion;
        versions = versions == null ? List.of() : versions;
        tags = tags == null ? Map.of() : tags;
    }

    @Override
    public String resourceId() {
        return launchTemplateId;
    }

    @Override
    public LaunchTemplate tagged(Map<String, String> newTags) {
        return new LaunchTemplate(launchTemplateId, launchTemplateName, defaultVersion, versions, newTags);
    }

    /**
     * One version of a launch template.
     *
     * @param imageId null: the instance's maker names the image
     */
    record Version(long version, @Nullable String imageId) {}
}
