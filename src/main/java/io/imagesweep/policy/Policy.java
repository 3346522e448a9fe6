package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Extra;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.policy.Protection.ReferencedBy;
import io.imagesweep.policy.Ruling.ByList;
import io.imagesweep.policy.Ruling.ByRules;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What its author wants kept and deleted, and how much at once. */
public final class Policy {

    /** Keeps everything: for a run that asks no policy. */
    public static final Policy NONE = new Policy("", List.of(), List.of(), Limits.DEFAULTS);

    private final String hash;
    private final List<Protection> protections;
    private final List<Rule> rules;
    private final Limits limits;

    Policy(String hash, List<Protection> protections, List<Rule> rules, Limits limits) {
        this.hash = hash;
        this.protections = List.copyOf(protections);
        this.rules = List.copyOf(rules);
        this.limits = limits;
    }

    /** The SHA-256 of the file's bytes, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** How many rules it has. */
    public int ruleCount() {
        return rules.size();
    }

    public Limits limits() {
        return limits;
    }

    /** Says what carrying it out takes beyond looking and deleting. */
    public Set<Extra> extras() {
        return rules.stream().flatMap(Rule::extras).collect(Collectors.toUnmodifiableSet());
    }

    /** The same policy, whose rules have their images deleted although instances use them; it decides as before. */
    public Policy forcing() {
        return new Policy(hash, protections, rules.stream().map(Rule::forcing).toList(), limits);
    }

    /** Says whether an image is kept while nobody can tell who of {@code source} uses it. */
    public boolean asksFor(ReferenceSource source) {
        return protections.stream()
                .anyMatch(protection -> protection instanceof ReferencedBy referenced
                        && referenced.search().sources().contains(source));
    }

    /** Starts a pass that decides as of {@code now}, a whole millisecond. */
    public PolicyPass pass(Instant now) {
        return new PolicyPass(now, protections, ByRules.of(rules));
    }

    /** Says of each use of an image what it counts for. */
    public List<UseVerdict> uses(Candidate candidate, Evidence evidence, Instant now) {
        Subject subject = Subject.of(candidate, evidence, now);
        return evidence.uses().stream()
                .map(use -> new UseVerdict(use, counts(use), UseSearch.isCurrent(use, subject)))
                .toList();
    }

    private boolean counts(ImageUse use) {
        return protections.stream()
                .anyMatch(protection -> protection instanceof ReferencedBy referenced
                        && referenced.search().counts(use));
    }

    /** Starts a pass for a list of ids, in which no rule is asked; with {@code ignorePolicy} only what is built in protects. */
    public PolicyPass passForList(Instant now, boolean ignorePolicy) {
        return new PolicyPass(now, ignorePolicy ? List.of() : protections, new ByList());
    }
}
