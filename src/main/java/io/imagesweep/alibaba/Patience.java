package io.imagesweep.alibaba;

import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a call that changes nothing until it is answered, or its attempts are used up. Throttled calls do not count. */
record Patience(Backoff backoff, int maxAttempts) {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Reply STOPPING =
            Reply.none(new Unclear(new ApiAnswer(null, null, null, "not read: the run is stopping"), false));

    static Patience of(DeletionSettings settings) {
        return new Patience(Backoff.PATIENT, settings.maxAttempts());
    }

    /** The same, but a call that got no clear answer is not repeated: whoever needs what it asks for repeats the whole. */
    Patience withoutRepetition() {
        return new Patience(backoff, 1);
    }

    /** Asks with a permit of {@code pace} each time; not at all once that has stopped. */
    Reply ask(Pace pace, Supplier<Reply> call) {
        return pace.acquire() ? repeat(pace, call, call.get()) : STOPPING;
    }

    /** Asks once even when {@code pace} has stopped: an answer is needed to stop in good order. */
    Reply askAtLeastOnce(Pace pace, Supplier<Reply> call) {
        boolean permitted = pace.acquire();
        Reply reply = call.get();
        return permitted ? repeat(pace, call, reply) : reply;
    }

    private Reply repeat(Pace pace, Supplier<Reply> call, Reply first) {
        Reply reply = first;
        int failures = 0;
        while (reply.passing()) {
            failures += reply.answer() instanceof Unclear ? 1 : 0;
            if (failures == maxAttempts || !waited(pace, reply, failures)) {
                return reply;
            }
            reply = call.get();
        }
        pace.answered();
        return reply;
    }

    private boolean waited(Pace pace, Reply reply, int failures) {
        LOG.warn("Asked again: {}", reply.answer().said().sentence());
        if (reply.answer() instanceof Throttled throttled) {
            pace.throttled(throttled.retryAfter());
        } else if (!pace.rest(backoff.after(failures))) {
            return false;
        }
        return pace.acquire();
    }
}
