package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.policy.Decision;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Instant;
import java.util.function.Function;

/** What is done around the deletion of an image that is shared, where its rule allows taking it back. Thread-safe. */
public record Unsharing(ImageNeighbours neighbours, TakenShares shares) {

    static boolean isWanted(Decision.Delete decision) {
        return decision.manner().unshare()
                && !Boolean.FALSE.equals(decision.candidate().shared());
    }

    UnsharedRemoval around(
            ImageRemover remover,
            Function<String, Pace> paces,
            Breaker breaker,
            Backoff backoff,
            int maxAttempts,
            Instant until) {
        var sharing = new Sharing(remover, paces.apply(ShareChange.ACTION), breaker, backoff, maxAttempts);
        return new UnsharedRemoval(sharing, neighbours, shares, breaker, paces.apply(Removal.ACTION), until);
    }
}
