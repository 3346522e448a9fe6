package io.imagesweep.policy;

/** A rule in a pass, with what it must remember. */
final class RuleTally {

    private final Rule rule;
    private final NewerCounts groups = new NewerCounts();
    private long images;

    RuleTally(Rule rule) {
        this.rule = rule;
    }

    boolean owns(Subject subject) {
        return rule.match().fits(subject);
    }

    /** Takes an image of this rule, whatever protects it, and says how many of its group are newer. */
    long take(Subject subject) {
        images++;
        KeepLatest latest = rule.keepLatest();
        return latest == null ? 0 : groups.pass(latest.per().group(subject), subject.countsAsNewer());
    }

    Rule rule() {
        return rule;
    }

    RuleMatch match() {
        return new RuleMatch(rule.name(), images);
    }

    void startAnew() {
        groups.startAnew();
    }
}
