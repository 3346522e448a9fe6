package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;

/** The time of the simulator: the machine's, moved by an offset that tests may set. */
final class SimulatorClock {

    private volatile Duration offset = Duration.ZERO;

    Instant now() {
        var now = Instant.now();
        return offset.isZero() ? now : now.plus(offset);
    }

    Duration offset() {
        return offset;
    }

    void moveTo(Duration newOffset) {
        offset = newOffset;
    }
}
