package io.imagesweep.cli;

import io.imagesweep.job.ExplainedImage;
import io.imagesweep.ledger.PastDecision;
import io.imagesweep.policy.Decision;
import io.imagesweep.policy.UseVerdict;
import io.imagesweep.policy.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an image would go or stay, for a program. */
record ExplainAnswer(
        String account,
        String region,
        String imageId,
        @Nullable String name,
        @Nullable String family,
        @Nullable String status,
        @Nullable Instant createdAt,
        Instant now,
        String decision,
        @Nullable String rule,
        String reason,
        List<Verdict> protections,
        List<Verdict> rules,
        List<Use> references,
        List<Source> sources,
        List<PastDecision> runs) {

    static ExplainAnswer of(ExplainedImage explained) {
        var explanation = explained.explanation();
        var decision = explanation.decision();
        var image = decision.candidate();
        return new ExplainAnswer(
                image.key().accountId(),
                image.key().regionId(),
                image.key().imageId(),
                image.name(),
                image.family(),
                image.status(),
                image.createdAt(),
                explained.now(),
                word(decision),
                decision.rule(),
                decision.reason(),
                explanation.protections(),
                explanation.rules(),
                explained.uses().stream().map(Use::of).toList(),
                explained.sources().stream().map(Source::of).toList(),
                explained.runs());
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Keep _ -> "KEEP";
            case Decision.Delete _ -> "DELETE";
            case Decision.Deprecate _ -> "DEPRECATE";
        };
    }

    /** One use of the image. */
    record Use(
            String referrerType,
            String referrerId,
            String referrerAccount,
            @Nullable Instant seenAt,
            boolean counts,
            boolean current) {

        static Use of(UseVerdict verdict) {
            var use = verdict.use();
            return new Use(
                    use.referrerType(),
                    use.referrerId(),
                    use.referrerAccountId(),
                    use.seenAt(),
                    verdict.counts(),
                    verdict.current());
        }
    }

    /** How well one source was read last. */
    record Source(
            String account,
            String source,
            @Nullable Instant syncedAt,
            @Nullable String error,
            @Nullable Instant observedSince) {

        static Source of(ExplainedImage.Source source) {
            var state = source.state();
            return new Source(
                    source.accountId(),
                    source.source().toString(),
                    state.syncedAt(),
                    state.error(),
                    state.observedSince());
        }
    }
}
