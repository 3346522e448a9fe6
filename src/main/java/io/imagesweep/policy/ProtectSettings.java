package io.imagesweep.policy;

import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.policy.Protection.FamilyFloor;
import io.imagesweep.policy.Protection.NewerThan;
import io.imagesweep.policy.Protection.OfNames;
import io.imagesweep.policy.Protection.OfShared;
import io.imagesweep.policy.Protection.OfStatuses;
import io.imagesweep.policy.Protection.OfTags;
import io.imagesweep.policy.Protection.ReferencedBy;
import io.imagesweep.policy.Protection.WithoutTags;
import io.imagesweep.policy.Setting.Broken;
import io.imagesweep.policy.Setting.Given;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says under {@code protect}.
 *
 * @param inForce the protections in the order in which one of them is named as the reason
 * @param shared what rules that unshare must agree with
 * @param referencedBy what rules that use force, or ask for uses, must agree with
 */
record ProtectSettings(List<Protection> inForce, Setting<Boolean> shared, Setting<List<ReferenceSource>> referencedBy) {

    static final SectionKind<ProtectSettings> KIND = new SectionKind<>(
            List.of(
                    "tags",
                    "without-tags",
                    "names",
                    "statuses",
                    "newer-than",
                    "referenced-by",
                    "launch-template-versions",
                    "shared",
                    "family-floor"),
            ProtectSettings::of);

    private static final List<ReferenceSource> ALL_SOURCES = List.of(ReferenceSource.values());
    private static final Kind<List<ReferenceSource>> SOURCES = new ListKind<>(
            "of instances, launch-templates, scaling-configurations", ScalarKind.oneOf(ReferenceSource.class), 0, 3);

    /** Stands for a {@code protect} that is no mapping, about which nothing more needs to be said. */
    static ProtectSettings broken() {
        return new ProtectSettings(List.of(), new Broken<>(), new Broken<>());
    }

    static ProtectSettings of(Section section) {
        List<Protection> inForce = new ArrayList<>(ofImages(section));
        inForce.add(new NewerThan(section.read("newer-than", ScalarKind.span()).orElse(Span.ONE_WEEK)));
        Setting<Boolean> shared = section.read("shared", ScalarKind.truth());
        if (shared.orElse(true)) {
            inForce.add(new OfShared());
        }
        Setting<List<ReferenceSource>> referencedBy = section.read("referenced-by", SOURCES);
        TemplateVersions versions = section.read("launch-template-versions", ScalarKind.oneOf(TemplateVersions.class))
                .orElse(TemplateVersions.ALL);
        List<ReferenceSource> sources = referencedBy.orElse(ALL_SOURCES);
        if (!sources.isEmpty()) {
            inForce.add(new ReferencedBy(new UseSearch(sources, versions)));
        }
        int floor = floor(section);
        if (floor > 0) {
            inForce.add(new FamilyFloor(floor));
        }
        return new ProtectSettings(List.copyOf(inForce), shared, referencedBy);
    }

    private static List<Protection> ofImages(Section section) {
        List<Protection> inForce = new ArrayList<>();
        section.read("statuses", ListKind.of("statuses", ScalarKind.oneOf(ImageStatus.class)))
                .ifGiven(given -> inForce.add(new OfStatuses(given.value())));
        section.read("tags", new TagsKind()).ifGiven(given -> inForce.add(new OfTags(given.value())));
        section.read("without-tags", new TagsKind()).ifGiven(given -> inForce.add(new WithoutTags(given.value())));
        section.read("names", ListKind.of("patterns", new PatternKind(true)))
                .ifGiven(given -> inForce.add(new OfNames(given.value())));
        return inForce;
    }

    private static int floor(Section section) {
        Setting<Integer> floor = section.read("family-floor", ScalarKind.wholeNumber(0, 1000));
        if (floor instanceof Given<Integer> given && given.value() == 0) {
            String message = "is 0, so the newest image of a family may go too";
            section.findings().warning(given.place(), given.path(), message);
        }
        return floor.orElse(1);
    }
}
