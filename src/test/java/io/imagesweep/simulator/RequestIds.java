package io.imagesweep.simulator;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests, as the API writes them. */
final class RequestIds {

    private RequestIds() {}

    static String next() {
        var random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
