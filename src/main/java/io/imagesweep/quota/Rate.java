package io.imagesweep.quota;

import java.time.Duration;

/**
 * A rate that drops when the API throttles and climbs back with its answers. A drop of a quarter is made good by a
 * minute's answers; half the configured rate is the floor, for a spent quota is waited out anyway.
 */
final class Rate {

    private static final double DROP = 0.75;
    private static final double FLOOR = 0.5;
    private static final double CLIMB = 0.25;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final double configured;
    private double permitsPerMinute;

    Rate(int permitsPerMinute) {
        this.configured = permitsPerMinute;
        this.permitsPerMinute = permitsPerMinute;
    }

    void drop() {
        permitsPerMinute = Math.max(permitsPerMinute * DROP, configured * FLOOR);
    }

    void climb() {
        permitsPerMinute = Math.min(permitsPerMinute + CLIMB, configured);
    }

    double permitsPerMinute() {
        return permitsPerMinute;
    }

    Duration interval() {
        return Duration.ofNanos(Math.round(MINUTE / permitsPerMinute));
    }
}
