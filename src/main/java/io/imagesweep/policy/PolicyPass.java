package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.policy.Decision.Keep;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over candidates, which must come newest first within each account and region, and each once: what is newer is
 * counted as it comes. The counters start anew with each account and region. Not thread-safe.
 */
public final class PolicyPass {

    private final Instant now;
    private final List<ProtectionTally> protections;
    private final Ruling ruling;
    private final NewerCounts families = new NewerCounts();
    private @Nullable AccountRegion where;
    private @Nullable Candidate newer;

    PolicyPass(Instant now, List<Protection> protections, Ruling ruling) {
        this.now = now;
        this.protections = protections.stream().map(ProtectionTally::new).toList();
        this.ruling = ruling;
    }

    /**
     * Decides on {@code candidate}, the next one, by {@code evidence} too.
     *
     * @throws IllegalStateException if an image with a usable creation time comes before a newer one, or twice
     */
    public Decision decide(Candidate candidate, Evidence evidence) {
        Subject subject = turnTo(candidate, evidence);
        return judge(subject, ruling.take(subject));
    }

    /**
     * Decides as {@link #decide} does, and says what each line of the policy had to do with it.
     *
     * @throws IllegalStateException if an image with a usable creation time comes before a newer one, or twice
     */
    public Explanation explain(Candidate candidate, Evidence evidence) {
        Subject subject = turnTo(candidate, evidence);
        Supplier<Decision> ruled = ruling.take(subject);
        Stream<Verdict> lines = protections.stream().map(protection -> protection.verdict(subject));
        return new Explanation(
                judge(subject, ruled),
                Stream.concat(Stream.of(BuiltIn.verdict(subject)), lines).toList(),
                ruling.verdicts(subject, ruled.get()));
    }

    private Subject turnTo(Candidate candidate, Evidence evidence) {
        if (!candidate.key().where().equals(where)) {
            enter(candidate.key().where());
        }
        return see(candidate, evidence);
    }

    private Decision judge(Subject subject, Supplier<Decision> ruled) {
        Decision kept = protect(subject);
        String builtIn = BuiltIn.reason(subject);
        if (builtIn != null) {
            return new Keep(subject.candidate(), BuiltIn.RULE, builtIn);
        }
        return kept == null ? ruled.get() : kept;
    }

    /** Counts, for each protection in force and each rule, the images seen so far that it met. */
    public List<RuleMatch> matches() {
        return Stream.concat(protections.stream().map(ProtectionTally::match), ruling.matches().stream())
                .toList();
    }

    private void enter(AccountRegion next) {
        where = next;
        newer = null;
        families.startAnew();
        ruling.startAnew();
    }

    private Subject see(Candidate candidate, Evidence evidence) {
        Subject subject = Subject.of(candidate, evidence, now);
        if (subject.age() != null) {
            demandOrder(candidate);
            newer = candidate;
        }
        return subject.behind(families.pass(subject.family(), subject.countsAsNewer()));
    }

    private void demandOrder(Candidate candidate) {
        if (newer != null && CandidateOrder.newestFirst().compare(newer, candidate) >= 0) {
            throw new IllegalStateException(candidate.key() + " comes behind " + newer.key()
                    + ", but candidates must come newest first and each once");
        }
    }

    private @Nullable Decision protect(Subject subject) {
        Decision first = null;
        for (ProtectionTally protection : protections) {
            Decision kept = protection.take(subject).orElse(null);
            first = first == null ? kept : first;
        }
        return first;
    }
}
