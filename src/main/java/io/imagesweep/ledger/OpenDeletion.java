package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.EarlierCalls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planned row without an outcome.
 *
 * @param decision the planned action, {@code DELETE}, {@code DEPRECATE} or {@code RESTORE}
 * @param name the image's name when it was planned
 * @param createdAt the image's creation time when it was planned
 * @param attempts the highest number of an attempt so far
 * @param counted answered calls so far for the action itself that were not throttled
 * @param calledBefore whether a call of this run may have had an effect that nobody saw
 */
public record OpenDeletion(
        ImageKey image,
        @Nullable String rule,
        String decision,
        @Nullable String name,
        @Nullable Instant createdAt,
        int attempts,
        int counted,
        boolean calledBefore) {

    /** The same row after {@code calls}. */
    public OpenDeletion after(EarlierCalls calls) {
        return new OpenDeletion(
                image, rule, decision, name, createdAt, calls.attempts(), calls.counted(), calls.unknownResult());
    }

    /** What the next deletion of the image must know of the calls so far. */
    public EarlierCalls earlier() {
        return new EarlierCalls(attempts, counted, calledBefore);
    }
}
