package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ImageUses;
import io.imagesweep.candidate.SourceStates;
import io.imagesweep.candidate.StoredText;
import io.imagesweep.ledger.Deprecations;
import io.imagesweep.policy.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds what the policy must know of images beside themselves, for a page of one account and region at a time. */
@Component
final class Evidences {

    static final int PAGE = 1_000;

    private final ImageUses uses;
    private final Deprecations deprecations;

    Evidences(ImageUses uses, Deprecations deprecations) {
        this.uses = uses;
        this.deprecations = deprecations;
    }

    /** Finds it as it is now, in the order of {@code images}, which are many pages perhaps. */
    List<Considered> of(AccountRegion where, List<Candidate> images) {
        List<Considered> considered = new ArrayList<>(images.size());
        for (int from = 0; from < images.size(); from += PAGE) {
            considered.addAll(page(where, images.subList(from, Math.min(from + PAGE, images.size()))));
        }
        return considered;
    }

    private List<Considered> page(AccountRegion where, List<Candidate> images) {
        var sources = uses.states(where.regionId());
        var found = uses.latest(where, ids(images));
        var deprecated = deprecations.of(where, ids(hidden(images)));
        return images.stream()
                .map(image -> new Considered(image, evidence(image, found, sources, deprecated)))
                .toList();
    }

    private static Evidence evidence(
            Candidate image, Map<String, List<ImageUse>> uses, SourceStates sources, Map<String, Instant> deprecated) {
        var id = StoredText.of(image.key().imageId());
        return new Evidence(uses.getOrDefault(id, List.of()), sources, deprecated.get(id));
    }

    /** Only what is Deprecated may have been deprecated by a run. */
    private static List<Candidate> hidden(List<Candidate> images) {
        return images.stream()
                .filter(image -> "Deprecated".equals(image.status()))
                .toList();
    }

    private static List<String> ids(List<Candidate> images) {
        return images.stream().map(image -> image.key().imageId()).toList();
    }
}
