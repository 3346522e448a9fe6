package io.imagesweep.policy;

import io.imagesweep.policy.GroupBy.ByRegion;
import java.util.List;

/** Reads what a file says under {@code keep-latest}. */
final class KeepLatestSettings {

    static final SectionKind<KeepLatest> KIND = new SectionKind<>(List.of("count", "per"), KeepLatestSettings::of);

    private static final Kind<GroupBy> PER = new ScalarKind<>(
            "image-family, region or tag/KEY", Schema.word("image-family|region|tag/[\\s\\S]+"), GroupBy::parse);

    private KeepLatestSettings() {}

    private static KeepLatest of(Section section) {
        return new KeepLatest(
                section.require("count", ScalarKind.wholeNumber(1, 100_000)).orElse(1),
                section.require("per", PER).orElse(new ByRegion()));
    }
}
