package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.policy.Decision;
import java.time.Instant;

/** What the calls for an image rest on, and for how long that may be acted on. */
public sealed interface Approval {

    ImageKey image();

    /** When what was seen of the image grows too old; a call that would start later must not. */
    Instant until();

    /** Says whether somebody must look again before a call. */
    default boolean isOver(Instant now) {
        return now.isAfter(until());
    }

    /** The policy's word that the image may go, or be hidden. */
    record ByPolicy(Decision.Change decision, Instant until) implements Approval {

        @Override
        public ImageKey image() {
            return decision.key();
        }
    }

    /** The operator's word that a hidden image becomes available again, which takes nothing from anybody. */
    record ToRestore(ImageKey image, Instant until) implements Approval {}
}
