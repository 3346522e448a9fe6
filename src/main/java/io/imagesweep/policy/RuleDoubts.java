package io.imagesweep.policy;

import io.imagesweep.policy.MatchCondition.InStatus;
import java.util.ArrayList;
import java.util.List;

/** Warns of rules that are allowed and can let nothing go. */
final class RuleDoubts {

    private final List<Protection> protections;
    private final Findings findings;
    private final List<Rule> earlier = new ArrayList<>();

    RuleDoubts(List<Protection> protections, Findings findings) {
        this.protections = protections;
        this.findings = findings;
    }

    /** Looks at the next rule, in which there is no error. */
    void look(Rule rule, Section section) {
        earlier.stream()
                .filter(other -> other.match().covers(rule.match()))
                .findFirst()
                .ifPresent(other -> warn(section, "is out of reach: " + other.name() + " takes every image first"));
        protections.stream()
                .filter(protection -> rule.match().conditions().stream().anyMatch(protection::keepsAll))
                .forEach(protection ->
                        warn(section, "lets nothing go: " + protection.rule() + " keeps every image of it"));
        if (rule.keepLatest() != null && rule.match().conditions().stream().anyMatch(RuleDoubts::leavesOutAvailable)) {
            warn(section, "lets nothing go: keep-latest counts Available images, and match.statuses leaves them out");
        }
        earlier.add(rule);
    }

    private static boolean leavesOutAvailable(MatchCondition condition) {
        return condition instanceof InStatus(var statuses) && !statuses.contains(ImageStatus.AVAILABLE);
    }

    private void warn(Section section, String message) {
        findings.warning(section.mapping().place(), section.path(), message);
    }
}
