package io.imagesweep.policy;

import io.imagesweep.policy.MatchCondition.InAccount;
import io.imagesweep.policy.MatchCondition.InRegion;
import io.imagesweep.policy.MatchCondition.InStatus;
import io.imagesweep.policy.MatchCondition.Named;
import io.imagesweep.policy.MatchCondition.OfFamily;
import io.imagesweep.policy.MatchCondition.OfSize;
import io.imagesweep.policy.MatchCondition.WithTag;
import io.imagesweep.policy.MatchCondition.WithoutTag;
import io.imagesweep.policy.Setting.Broken;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says under {@code match}.
 *
 * @param statuses what a rule that deprecates must agree with
 */
record MatchSettings(Match match, Setting<List<ImageStatus>> statuses) {

    static final SectionKind<MatchSettings> KIND = new SectionKind<>(
            List.of("tags", "without-tags", "names", "families", "regions", "accounts", "statuses", "min-size"),
            MatchSettings::of);

    /** Stands for a {@code match} that is missing or no mapping, about which nothing more needs to be said. */
    static final MatchSettings NONE = new MatchSettings(new Match(List.of()), new Broken<>());

    private static final Kind<List<String>> REGIONS = ids("region ids", "[a-z0-9-]+");
    private static final Kind<List<String>> ACCOUNTS = ids("account ids", "[0-9]+");

    private static MatchSettings of(Section section) {
        Setting<List<ImageStatus>> statuses =
                section.read("statuses", ListKind.of("statuses", ScalarKind.oneOf(ImageStatus.SETTLED)));
        List<MatchCondition> conditions = new ArrayList<>();
        conditions.add(new InStatus(statuses.orElse(ImageStatus.SETTLED)));
        readPlaces(section, conditions);
        readTags(section, conditions);
        readNames(section, conditions);
        section.read("min-size", ScalarKind.wholeNumber(1, 100_000))
                .ifGiven(given -> conditions.add(new OfSize(given.value())));
        return new MatchSettings(new Match(List.copyOf(conditions)), statuses);
    }

    private static void readPlaces(Section section, List<MatchCondition> conditions) {
        section.read("regions", REGIONS).ifGiven(given -> conditions.add(new InRegion(given.value())));
        section.read("accounts", ACCOUNTS).ifGiven(given -> conditions.add(new InAccount(given.value())));
    }

    private static void readTags(Section section, List<MatchCondition> conditions) {
        section.read("tags", new TagsKind())
                .ifGiven(given -> given.value().forEach(tag -> conditions.add(new WithTag(tag))));
        section.read("without-tags", new TagsKind())
                .ifGiven(given -> given.value().forEach(tag -> conditions.add(new WithoutTag(tag))));
    }

    private static void readNames(Section section, List<MatchCondition> conditions) {
        section.read("names", ListKind.of("patterns", new PatternKind(true)))
                .ifGiven(given -> conditions.add(new Named(given.value())));
        section.read("families", ListKind.of("patterns", new PatternKind(false)))
                .ifGiven(given -> conditions.add(new OfFamily(given.value())));
    }

    private static Kind<List<String>> ids(String what, String form) {
        return ListKind.of(what, ScalarKind.text(form, form));
    }
}
