package io.imagesweep.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitsTests {

    private static final Duration INTERVAL = Duration.ofMillis(30);
    private static final long FOUR_FIFTHS = INTERVAL.toNanos() * 4 / 5;

    private final Permits permits = new Permits(INTERVAL);

    @Test
    void giveTheFirstAtOnce() {
        assertThat(permits.next()).isNotPositive();
    }

    @Test
    void makeUpForLateOnesFourFifthsOfAnIntervalApart() {
        permits.next();
        pass(INTERVAL.multipliedBy(4));

        for (int late = 0; late < 4; late++) {
            permits.given(INTERVAL);
            assertThat(permits.next()).isLessThanOrEqualTo(FOUR_FIFTHS);
        }
    }

    @Test
    void keepANewIntervalFromTheLastGivenOn() {
        permits.next();
        permits.given(INTERVAL.multipliedBy(10));

        assertThat(permits.next()).isGreaterThan(INTERVAL.multipliedBy(2).toNanos());
    }

    private static void pass(Duration time) {
        new Pace(1, Clock.systemUTC()).rest(time);
    }
}
