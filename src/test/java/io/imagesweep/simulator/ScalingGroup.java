package io.imagesweep.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scaling group of ESS with its configurations. */
record ScalingGroup(String scalingGroupId, List<Configuration> configurations) {

    ScalingGroup {
        Required.text("scalingGroupId", scalingGroupId);
        configurations = configurations == null ? List.of() : configurations;
    }

    /**
     * What new instances of the group are made of: an image by its id, by its name, or the newest of a family.
     *
     * @param active null is true
     */
    record Configuration(
            String scalingConfigurationId,
            @Nullable String imageId,
            @Nullable String imageName,
            @Nullable String imageFamily,
            @Nullable Boolean active) {

        Configuration {
            Required.text("scalingConfigurationId", scalingConfigurationId);
            active = active == null || active;
        }
    }
}
