package io.imagesweep.alibaba;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the machine, moved forward as a test likes. */
final class MovingClock extends Clock {

    private Duration moved = Duration.ZERO;

    void move(Duration duration) {
        moved = moved.plus(duration);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
