package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    private static final Instant START = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"50ms,50", "3s,3000", "2m,120000", "1h,3600000", "1d,86400000", "PT3S,3000", "PT0.5S,500", "0s,0"})
    void readsADuration(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3 s", "three", "P1M", "s"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("not a duration");
    }

    @Test
    void refusesANegativeOneWhereItMakesNoSense() {
        assertThat(Durations.parse("-PT5M")).isEqualTo(Duration.ofMinutes(-5));
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parsePositive("-PT5M"));
    }

    @ParameterizedTest
    @CsvSource({
        "-P40D,2026-02-19T12:00:00Z",
        "-PT3H,2026-03-31T09:00:00Z",
        "-P1DT1H,2026-03-30T11:00:00Z",
        "-P1M,2026-02-28T12:00:00Z",
        "-P1Y2W,2025-03-17T12:00:00Z",
        "PT1M,2026-03-31T12:01:00Z",
        "2026-01-02T03:04:05Z,2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05+08:00,2026-01-01T19:04:05Z"
    })
    void readsAMoment(String text, Instant moment) {
        assertThat(Moments.parse(text, START)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-P", "2026-01-02", "P4H"})
    void refusesWhatIsNoMoment(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.parse(text, START));
    }

    @Test
    void readsALatency() {
        assertThat(Latency.parse("50ms").sample()).isEqualTo(Duration.ofMillis(50));
        assertThat(Latency.parse("p50=50ms,p99=500ms"))
                .isEqualTo(new Latency(Duration.ofMillis(50), Duration.ofMillis(500)));
        assertThatIllegalArgumentException().isThrownBy(() -> Latency.parse("p50=2s,p99=1s"));
        assertThatIllegalArgumentException().isThrownBy(() -> Latency.parse("p50=2s"));
    }

    @Test
    void spreadsALatencyAsItsPercentilesSay() {
        var latency = Latency.parse("p50=50ms,p99=500ms");
        long overMedian = 0;
        long overP99 = 0;
        for (int i = 0; i < 20_000; i++) {
            var sample = latency.sample();
            overMedian += sample.compareTo(latency.median()) > 0 ? 1 : 0;
            overP99 += sample.compareTo(latency.p99()) > 0 ? 1 : 0;
        }

        assertThat(overMedian).isBetween(9_500L, 10_500L);
        assertThat(overP99).isBetween(120L, 290L);
    }
}
