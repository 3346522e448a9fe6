package io.imagesweep.deletion;

import io.imagesweep.policy.Decision;
import java.time.Instant;

/**
 * The policy's word that an image may go, and for how long it may be acted on.
 *
 * @param until when what the policy saw grows too old; a call that would start later must not
 */
public record Approval(Decision.Delete decision, Instant until) {

    /** Says whether somebody must look again before a call. */
    public boolean isOver(Instant now) {
        return now.isAfter(until);
    }
}
