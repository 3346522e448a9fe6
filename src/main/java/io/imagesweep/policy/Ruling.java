package io.imagesweep.policy;

import io.imagesweep.policy.Decision.Delete;
import io.imagesweep.policy.Decision.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who decides on the images that nothing protects. */
sealed interface Ruling {

    /** Takes the next image, which may be protected, and gives what holds for it if it is not. */
    Supplier<Decision> take(Subject subject);

    void startAnew();

    List<RuleMatch> matches();

    /** Says what each rule has to do with the image on which they decide {@code ruled}. */
    List<Verdict> verdicts(Subject subject, Decision ruled);

    /** The rules of a policy: the first whose match fits. */
    record ByRules(List<RuleTally> rules) implements Ruling {

        static Ruling of(List<Rule> rules) {
            return new ByRules(rules.stream().map(RuleTally::new).toList());
        }

        @Override
        public Supplier<Decision> take(Subject subject) {
            for (RuleTally tally : rules) {
                if (tally.owns(subject)) {
                    long newer = tally.take(subject);
                    return () -> tally.rule().decide(subject, newer);
                }
            }
            return () -> new Keep(subject.candidate(), null, "no rule: the match of none fits");
        }

        @Override
        public void startAnew() {
            rules.forEach(RuleTally::startAnew);
        }

        @Override
        public List<RuleMatch> matches() {
            return rules.stream().map(RuleTally::match).toList();
        }

        @Override
        public List<Verdict> verdicts(Subject subject, Decision ruled) {
            List<Verdict> verdicts = new ArrayList<>();
            String owner = null;
            for (RuleTally tally : rules) {
                Rule rule = tally.rule();
                boolean isOwner = owner == null && rule.match().fits(subject);
                owner = isOwner ? rule.name() : owner;
                verdicts.add(new Verdict(rule.name(), isOwner, verdict(rule, owner, subject, ruled)));
            }
            return verdicts;
        }

        private static String verdict(Rule rule, @Nullable String owner, Subject subject, Decision ruled) {
            if (owner == null) {
                return "match." + rule.match().lacking(subject) + " does not fit";
            }
            return owner.equals(rule.name()) ? ruled.reason() : "not asked: the image belongs to " + owner;
        }
    }

    /** A list of ids, which asks no rule. */
    record ByList() implements Ruling {

        @Override
        public Supplier<Decision> take(Subject subject) {
            return () -> new Delete(subject.candidate(), "ids-file", "listed: by its id", Manner.PLAIN);
        }

        @Override
        public void startAnew() {}

        @Override
        public List<RuleMatch> matches() {
            return List.of();
        }

        @Override
        public List<Verdict> verdicts(Subject subject, Decision ruled) {
            return List.of();
        }
    }
}
