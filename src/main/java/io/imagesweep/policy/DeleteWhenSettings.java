package io.imagesweep.policy;

import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.policy.DueCondition.AnyOf;
import io.imagesweep.policy.DueCondition.OlderThan;
import io.imagesweep.policy.DueCondition.TagDatePassed;
import io.imagesweep.policy.DueCondition.UnusedFor;
import io.imagesweep.policy.Setting.Given;
import java.util.ArrayList;
import java.util.List;

/** Reads what a file says under {@code delete-when}, and holds it against its protections. */
record DeleteWhenSettings(ProtectSettings protect) {

    private static final List<String> SIMPLE = List.of("older-than", "unused-for", "tag-date-passed");
    private static final List<String> ALL = List.of("older-than", "unused-for", "tag-date-passed", "any-of");

    SectionKind<DeleteWhen> kind() {
        return new SectionKind<>(ALL, this::withChoices);
    }

    private DeleteWhen withChoices(Section section) {
        List<DueCondition> conditions = simple(section);
        var choice = new SectionKind<>(SIMPLE, inner -> new DeleteWhen(simple(inner)));
        section.read("any-of", new ListKind<>("mappings", choice, 2, Integer.MAX_VALUE))
                .ifGiven(given -> conditions.add(new AnyOf(given.value())));
        return new DeleteWhen(List.copyOf(conditions));
    }

    private List<DueCondition> simple(Section section) {
        List<DueCondition> conditions = new ArrayList<>();
        section.read("older-than", ScalarKind.span()).ifGiven(given -> conditions.add(new OlderThan(given.value())));
        section.read("unused-for", ScalarKind.span())
                .ifGiven(given -> conditions.add(unused(given, section.findings())));
        section.read("tag-date-passed", ScalarKind.text("a tag key", "[\\s\\S]+"))
                .ifGiven(given -> conditions.add(new TagDatePassed(given.value())));
        return conditions;
    }

    private UnusedFor unused(Given<Span> given, Findings findings) {
        if (protect.referencedBy() instanceof Given<List<ReferenceSource>> sources
                && sources.value().isEmpty()) {
            findings.error(given.key(), given.path(), "needs a source in protect.referenced-by, found none");
        }
        return new UnusedFor(given.value(), protect.referencedBy().orElse(List.of(ReferenceSource.values())));
    }
}
