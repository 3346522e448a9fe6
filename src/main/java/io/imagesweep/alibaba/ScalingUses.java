package io.imagesweep.alibaba;

import io.imagesweep.alibaba.Reader.Listed;
import io.imagesweep.alibaba.Reader.Service;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.candidate.Referrers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The images that scaling configurations name, inactive ones too. A scaling group names no image of its own, only a
 * configuration or a launch template (DescribeScalingGroups, 2024).
 */
record ScalingUses(Reader reader) {

    private static final String ID = "ScalingConfigurationId";

    Reading<Referrers> of(AccountRegion where) {
        var listed = new Listed(
                where, Service.ESS, "DescribeScalingConfigurations", "ScalingConfigurations", "ScalingConfiguration");
        return switch (reader.list(listed, Map.of(), ScalingUses::id)) {
            case Complete<List<JsonNode>>(var found) -> new Complete<>(referrers(found));
            case Unreadable<List<JsonNode>>(boolean ours, String why) -> new Unreadable<>(ours, why);
        };
    }

    private static Referrers referrers(List<JsonNode> configurations) {
        return new Referrers(
                configurations.size(),
                configurations.stream()
                        .flatMap(one -> ImageNames.of("scaling-configuration", id(one), one).stream())
                        .toList());
    }

    private static String id(JsonNode configuration) {
        return configuration.path(ID).asString("");
    }
}
