package io.imagesweep.policy;

import io.imagesweep.policy.Setting.Absent;
import io.imagesweep.policy.Setting.Given;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a file says of its rules, and holds it against the protections and the rules before. */
final class RuleSettings {

    private static final List<String> KEYS = List.of(
            "name", "match", "delete-when", "keep-latest", "action", "grace", "force", "unshare", "delete-snapshots");

    private static final Map<String, Object> DEMANDS = Schema.with(
            Schema.oneOfKeys("delete-when", "keep-latest"), "dependentRequired", Schema.of("grace", List.of("action")));
    private static final Kind<String> NAMES = ScalarKind.text(
            "[a-z0-9][a-z0-9-]{0,62}, but not built-in or ids-file", "(?!(built-in|ids-file)$)[a-z0-9][a-z0-9-]{0,62}");

    private final ProtectSettings protect;
    private final Findings findings;
    private final RuleDoubts doubts;
    private final Set<String> names = new HashSet<>();

    RuleSettings(ProtectSettings protect, Findings findings) {
        this.protect = protect;
        this.findings = findings;
        this.doubts = new RuleDoubts(protect.inForce(), findings);
    }

    Kind<List<Rule>> kind() {
        return ListKind.of("rules", new SectionKind<>(KEYS, DEMANDS, this::rule));
    }

    private Rule rule(Section section) {
        Setting<String> name = section.require("name", NAMES);
        name.ifGiven(this::refuseDoubledName);
        MatchSettings match = section.require("match", MatchSettings.KIND).orElse(MatchSettings.NONE);
        Setting<DeleteWhen> deleteWhen = section.read("delete-when", new DeleteWhenSettings(protect).kind());
        Setting<KeepLatest> keepLatest = section.read("keep-latest", KeepLatestSettings.KIND);
        if (deleteWhen instanceof Absent && keepLatest instanceof Absent) {
            String message = "has neither delete-when nor keep-latest, allowed: one or both";
            findings.error(section.mapping().place(), section.path(), message);
        }
        Span grace = StageSettings.read(section, match);
        Manner manner = SwitchSettings.read(section, protect);
        Rule rule = new Rule(name.orElse(""), match.match(), deleteWhen.orNull(), keepLatest.orNull(), grace, manner);
        if (!findings.hasErrorIn(section.path())) {
            doubts.look(rule, section);
        }
        return rule;
    }

    private void refuseDoubledName(Given<String> name) {
        if (!names.add(name.value())) {
            String message = "found " + Shown.of(name.value()) + " a second time, allowed: each name once";
            findings.error(name.place(), name.path(), message);
        }
    }
}
