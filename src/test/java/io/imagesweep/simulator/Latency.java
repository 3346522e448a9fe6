package io.imagesweep.simulator;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long answers take: always the same, or log-normal.
 *
 * @param median half of the answers are faster
 * @param p99 one of a hundred answers is slower
 */
record Latency(Duration median, Duration p99) {

    static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    private static final double NORMAL_P99 = 2.3263478740408408;

    Latency {
        if (p99.compareTo(median) < 0) {
            throw new IllegalArgumentException("latency: p99 " + p99 + " is below p50 " + median);
        }
        if (median.isZero() && !p99.isZero()) {
            throw new IllegalArgumentException("latency: p50 is zero, p99 is not");
        }
    }

    static Latency parse(String text) {
        if (!text.contains("=")) {
            var fixed = Durations.parsePositive(text);
            return new Latency(fixed, fixed);
        }
        var parts = text.split(",", -1);
        if (parts.length != 2 || !parts[0].startsWith("p50=") || !parts[1].startsWith("p99=")) {
            throw new IllegalArgumentException("latency: 50ms or p50=50ms,p99=500ms, not " + text);
        }
        return new Latency(
                Durations.parsePositive(parts[0].substring(4)), Durations.parsePositive(parts[1].substring(4)));
    }

    Duration sample() {
        if (median.equals(p99)) {
            return median;
        }
        double spread = Math.log((double) p99.toNanos() / median.toNanos()) / NORMAL_P99;
        double factor = Math.exp(spread * ThreadLocalRandom.current().nextGaussian());
        return Duration.ofNanos((long) (median.toNanos() * factor));
    }

    @Override
    public String toString() {
        return median.equals(p99)
                ? median.toMillis() + "ms"
                : "p50=%dms,p99=%dms".formatted(median.toMillis(), p99.toMillis());
    }
}
