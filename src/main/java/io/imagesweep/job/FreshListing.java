package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Reading;
import io.imagesweep.policy.CandidateOrder;
import io.imagesweep.policy.Decision;
import io.imagesweep.policy.PolicyPass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the policy says of every image of one account and region over a listing that is never older than the agreed age. */
final class FreshListing {

    private final AccountRegion where;
    private final Supplier<Reading<RegionLook.Listing>> look;
    private final Evidences evidences;
    private final Supplier<PolicyPass> passes;
    private final Duration maxAge;
    private final Clock clock;
    private @Nullable Instant listedAt;
    private Map<String, Decision> decisions = Map.of();

    FreshListing(
            AccountRegion where,
            Supplier<Reading<RegionLook.Listing>> look,
            Evidences evidences,
            Supplier<PolicyPass> passes,
            Duration maxAge,
            Clock clock) {
        this.where = where;
        this.look = look;
        this.evidences = evidences;
        this.passes = passes;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** Gives the decision on each image by its id, after a new listing where the last one has grown old. */
    Reading<Map<String, Decision>> decisions() {
        if (listedAt != null && !clock.instant().isAfter(until())) {
            return new Reading.Complete<>(decisions);
        }
        return again();
    }

    /** When the last listing grows too old to act on. */
    Instant until() {
        return Objects.requireNonNull(listedAt, "nothing was listed yet").plus(maxAge);
    }

    /** The same, after a new look in any case. */
    Reading<Map<String, Decision>> again() {
        return switch (look.get()) {
            case Reading.Complete<RegionLook.Listing>(RegionLook.Listing(var images, var startedAt, var _)) -> {
                decisions = decide(images);
                listedAt = startedAt;
                yield new Reading.Complete<>(decisions);
            }
            case Reading.Unreadable<RegionLook.Listing>(var ours, var why) -> new Reading.Unreadable<>(ours, why);
        };
    }

    private Map<String, Decision> decide(List<Candidate> images) {
        var pass = passes.get();
        Map<String, Decision> byId = HashMap.newHashMap(images.size());
        var inOrder = images.stream().sorted(CandidateOrder.newestFirst()).toList();
        evidences
                .of(where, inOrder)
                .forEach(image -> byId.put(image.candidate().key().imageId(), image.decide(pass)));
        return byId;
    }
}
