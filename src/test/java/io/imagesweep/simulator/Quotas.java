package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls of each action an account may make in a region, in fixed minutes of the clock. */
final class Quotas {

    private static final long MINUTE = 60_000;

    private final Map<QuotaKey, QuotaWindow> windows = new ConcurrentHashMap<>();

    boolean admit(QuotaKey key, Instant now, int limit) {
        return window(key).admit(minute(now), limit);
    }

    void spend(QuotaKey key, int perMinute) {
        window(key).spend(perMinute);
    }

    void forget() {
        windows.clear();
    }

    List<Usage> usage(Instant now) {
        return windows.entrySet().stream()
                .map(entry -> new Usage(entry.getKey(), entry.getValue().figures(minute(now))))
                .sorted(Comparator.comparing((Usage usage) -> usage.key().toString()))
                .toList();
    }

    static Duration untilNextMinute(Instant now) {
        return Duration.ofMillis(MINUTE - Math.floorMod(now.toEpochMilli(), MINUTE));
    }

    private QuotaWindow window(QuotaKey key) {
        return windows.computeIfAbsent(key, any -> new QuotaWindow());
    }

    private static long minute(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), MINUTE);
    }

    /** What one quota has seen. */
    record Usage(QuotaKey key, QuotaWindow.Figures figures) {}
}
