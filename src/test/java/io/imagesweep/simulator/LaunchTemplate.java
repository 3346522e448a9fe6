package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A launch template with its versions, each of which may name an image.
 *
 * @param modifiedTime when a version was added to it or deleted last; null: long ago
 */
record LaunchTemplate(
        String launchTemplateId,
        String launchTemplateName,
        long defaultVersion,
        List<Version> versions,
        @Nullable Modification modifiedTime,
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
        return new LaunchTemplate(
                launchTemplateId, launchTemplateName, defaultVersion, versions, modifiedTime, newTags);
    }

    /**
     * The same in the place of {@code before} from {@code now} on: that it is new, or has other versions, shows in the time,
     * unless another time is given.
     */
    LaunchTemplate after(@Nullable LaunchTemplate before, Instant now) {
        var known = before == null ? null : before.modifiedTime;
        if (modifiedTime != null && !modifiedTime.equals(known)) {
            return this;
        }
        var modified = before != null && versions.equals(before.versions) ? known : new Modification(now);
        return new LaunchTemplate(launchTemplateId, launchTemplateName, defaultVersion, versions, modified, tags);
    }

    /** A point in time that need not be given. */
    record Modification(@JsonValue Instant time) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Modification {
            time = Moments.wholeSeconds(time);
        }
    }

    /**
     * One version of a launch template.
     *
     * @param imageId null: the instance's maker names the image
     */
    record Version(long version, @Nullable String imageId) {}
}
