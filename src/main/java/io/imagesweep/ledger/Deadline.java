package io.imagesweep.ledger;

import java.time.Duration;

/** A moment of the monotonic clock. */
record Deadline(long nanos) {

    static Deadline in(Duration left) {
        return new Deadline(System.nanoTime() + left.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    Deadline earlierOf(Deadline other) {
        return nanos - other.nanos < 0 ? this : other;
    }
}
