package io.imagesweep.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the caller gets to see of the answer. */
sealed interface Delivery {

    /** All of it, after a while. */
    record Whole(Reply reply, Duration delay) implements Delivery {}

    /** Its first half, then the connection is closed. */
    record Cut(Reply reply) implements Delivery {}

    /** One byte of its body per interval. */
    record Drip(Reply reply, Duration interval) implements Delivery {}

    /** A reset of the connection. */
    record Reset() implements Delivery {}

    /** The end of the connection. */
    record Close() implements Delivery {}

    /**
     * Nothing, then the end of the connection.
     *
     * @param delay null: the caller hangs up first
     */
    record Hang(@Nullable Duration delay) implements Delivery {}
}
