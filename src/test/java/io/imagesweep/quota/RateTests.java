package io.imagesweep.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTests {

    private final Rate rate = new Rate(400);

    @Test
    void beginsAsConfigured() {
        assertThat(rate.permitsPerMinute()).isEqualTo(400);
        assertThat(rate.interval()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void dropsByAQuarterAndNeverBelowHalf() {
        rate.drop();
        assertThat(rate.permitsPerMinute()).isEqualTo(300);

        rate.drop();
        assertThat(rate.permitsPerMinute()).isEqualTo(225);

        rate.drop();
        assertThat(rate.permitsPerMinute()).isEqualTo(200);
    }

    @Test
    void isBackAfterAMinutesAnswersAndNeverAboveTheConfiguredRate() {
        rate.drop();

        IntStream.range(0, 399).forEach(_ -> rate.climb());
        assertThat(rate.permitsPerMinute()).isEqualTo(399.75);

        rate.climb();
        rate.climb();
        assertThat(rate.permitsPerMinute()).isEqualTo(400);
    }
}
