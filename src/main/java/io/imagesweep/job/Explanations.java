package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Candidates;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ImageUses;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceStates;
import io.imagesweep.job.ExplainedImage.Source;
import io.imagesweep.ledger.PastDecision;
import io.imagesweep.ledger.PastDecisions;
import io.imagesweep.policy.Evidence;
import io.imagesweep.policy.Explanation;
import io.imagesweep.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains by the tables, as a plan without sync would decide on them; limits are not asked, since they ask for the whole plan. */
@Component
public final class Explanations {

    private static final int USES = 100;
    private static final int RUNS = 10;

    private final Candidates candidates;
    private final Evidences evidences;
    private final ImageUses uses;
    private final PastDecisions runs;
    private final Accounts accounts;
    private final Clock clock;

    Explanations(
            Candidates candidates,
            Evidences evidences,
            ImageUses uses,
            PastDecisions runs,
            Accounts accounts,
            Clock clock) {
        this.candidates = candidates;
        this.evidences = evidences;
        this.uses = uses;
        this.runs = runs;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Explains one image.
     *
     * @param account needed where several accounts have an image of this id
     * @param asOf another {@code now}; null for the clock's
     */
    public ExplainedImage of(
            String region, String imageId, @Nullable String account, Policy policy, @Nullable Instant asOf) {
        var image = image(region, imageId, account);
        var now = (asOf == null ? clock.instant() : asOf).truncatedTo(ChronoUnit.MILLIS);
        var explanation = explain(image, policy, now);
        var sources = uses.states(region);
        var found = uses.of(image.key(), USES);
        var verdicts = policy.uses(image, new Evidence(found, sources, null), now);
        return new ExplainedImage(
                now, explanation, verdicts, states(image, found, sources), runs.of(image.key(), RUNS));
    }

    private Candidate image(String region, String imageId, @Nullable String account) {
        var images = candidates.named(region, imageId).stream()
                .filter(image -> account == null || image.key().accountId().equals(account))
                .toList();
        if (images.isEmpty()) {
            var whose = account == null ? "any account" : "account " + account;
            past(region, imageId, account).ifPresent(past -> {
                throw new WrongUsage("Image " + imageId + " is no candidate of " + whose + " in region " + region
                        + " any longer: run " + past.runId() + " (key " + past.runKey() + ") recorded " + past.outcome()
                        + " at " + past.finishedAt() + ". See imagesweep report " + past.runId() + ".");
            });
            throw new WrongUsage("Image " + imageId + " is no candidate of " + whose + " in region " + region
                    + ": check the id and the region, or run imagesweep sync.");
        }
        if (images.size() > 1) {
            throw new WrongUsage("Image " + imageId + " is in several accounts of region " + region + ": say --account "
                    + images.stream().map(image -> image.key().accountId()).collect(Collectors.joining(" or ")) + ".");
        }
        return images.getFirst();
    }

    private Optional<PastDecision> past(String region, String imageId, @Nullable String account) {
        return accounts.accounts().stream()
                .map(AccountSettings::id)
                .filter(id -> account == null || id.equals(account))
                .flatMap(id -> runs.of(new ImageKey(new AccountRegion(id, region), imageId), 1).stream())
                .max(Comparator.comparing(PastDecision::startedAt));
    }

    /** Passes over all that is newer in the account and region, since the counters of the policy ask for it. */
    private Explanation explain(Candidate wanted, Policy policy, Instant now) {
        var where = wanted.key().where();
        var pass = policy.pass(now);
        var page = candidates.page(where, null, Evidences.PAGE);
        while (!page.isEmpty()) {
            for (var image : page) {
                if (image.key().equals(wanted.key())) {
                    return pass.explain(image, evidence(where, image));
                }
                pass.decide(image, Evidence.NONE);
            }
            page = candidates.page(where, page.getLast(), Evidences.PAGE);
        }
        throw new WrongUsage("Image " + wanted.key().imageId() + " vanished while it was looked for: try again.");
    }

    private Evidence evidence(AccountRegion where, Candidate image) {
        return evidences.of(where, List.of(image)).getFirst().evidence();
    }

    private static List<Source> states(Candidate image, List<ImageUse> found, SourceStates sources) {
        return Stream.concat(
                        Stream.of(image.key().accountId()),
                        found.stream().map(ImageUse::referrerAccountId).sorted())
                .distinct()
                .flatMap(
                        account -> states(new AccountRegion(account, image.key().regionId()), sources))
                .toList();
    }

    private static Stream<Source> states(AccountRegion where, SourceStates sources) {
        return Arrays.stream(ReferenceSource.values())
                .map(source -> new Source(where.accountId(), source, sources.of(where, source)));
    }
}
