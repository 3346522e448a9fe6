package io.imagesweep.deletion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the provider's answer to one call that changes something means. */
public sealed interface Answer {

    /** The words of the answer. */
    ApiAnswer said();

    /** 200: the change was accepted. DeleteImage and DeleteSnapshot say so of ids that they do not know, too. */
    record Accepted(ApiAnswer said) implements Answer {}

    /** 404: there is no such image or snapshot. */
    record Missing(ApiAnswer said) implements Answer {}

    /** Instances use the image; Force waives that. */
    record InUse(ApiAnswer said) implements Answer {}

    /** The image is being copied, imported, exported or created, or something else still holds it: later, perhaps. */
    record Busy(ApiAnswer said) implements Answer {}

    /** Refused for good: the image is shared or public, or its status does not allow the change. */
    record Refused(ApiAnswer said) implements Answer {}

    /**
     * The quota is spent; nothing happened.
     *
     * @param retryAfter how long the API asks to wait; null when it does not say
     */
    record Throttled(ApiAnswer said, @Nullable Duration retryAfter) implements Answer {}

    /** Wrong with us: credentials, permissions, clock, endpoint, region; nothing happened, and no other image fares better. */
    record Denied(ApiAnswer said) implements Answer {}

    /**
     * No usable answer: a server error, a cut connection, a time-out. The change may have happened.
     *
     * @param sent false where the connection was never made, so that nothing can have happened
     */
    record Unclear(ApiAnswer said, boolean sent) implements Answer {}

    /** An error code that nobody has seen. */
    record Unknown(ApiAnswer said) implements Answer {}
}
