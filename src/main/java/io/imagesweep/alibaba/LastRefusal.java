package io.imagesweep.alibaba;

import io.imagesweep.deletion.Answer.Denied;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Why there were no credentials a moment ago: one answer for all who need them just now. Not thread-safe: whoever asks for the
 * credentials holds a lock.
 */
final class LastRefusal {

    /** Somebody must mend what is denied; a run that goes on for hours asks again all the same. */
    private static final Duration DENIAL = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Duration outage;
    private @Nullable NoKeys refusal;
    private Instant until = Instant.MIN;

    /** @param outage no longer than whoever asks again waits before */
    LastRefusal(InstantSource clock, Duration outage) {
        this.clock = clock;
        this.outage = outage;
    }

    /** Throws the last refusal where that holds for who began to wait at {@code since}. */
    void check(Instant since) {
        if (refusal != null && since.isBefore(until)) {
            throw refusal;
        }
    }

    /** Gives back {@code newRefusal}, which holds from now on. */
    NoKeys keep(NoKeys newRefusal) {
        refusal = newRefusal;
        until = clock.instant().plus(newRefusal.answer() instanceof Denied ? DENIAL : outage);
        return newRefusal;
    }
}
