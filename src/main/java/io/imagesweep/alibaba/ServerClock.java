package io.imagesweep.alibaba;

import io.imagesweep.candidate.Trial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far our clock is from that of the provider, by the date of its answers. Thread-safe. */
final class ServerClock {

    private static final String CLOCK = "clock";
    /** The provider refuses a call that is a quarter of an hour off; a clock that is on its way there is told before. */
    private static final Duration TOLERABLE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private volatile @Nullable Duration ahead;

    ServerClock(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes note of the date among the headers of an answer. */
    void told(Map<?, ?> headers) {
        Object date = headers.get("date");
        try {
            if (date != null) {
                var server = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.toString(), Instant::from);
                ahead = Duration.between(server, clock.instant());
            }
        } catch (DateTimeException _) {
            ahead = null;
        }
    }

    Trial trial() {
        Duration off = ahead;
        if (off == null) {
            return new Trial(CLOCK, Trial.State.UNTRIED, "the provider's answers carry no date", null);
        }
        if (off.abs().compareTo(TOLERABLE) <= 0) {
            return Trial.works(CLOCK, "at most %d min off".formatted(TOLERABLE.toMinutes()));
        }
        String detail = "%d s %s that of the provider"
                .formatted(off.abs().toSeconds(), off.isNegative() ? "behind" : "ahead of");
        return Trial.fails(CLOCK, detail, "set the clock of this machine right");
    }
}
