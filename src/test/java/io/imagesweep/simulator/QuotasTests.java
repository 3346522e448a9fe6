package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotasTests {

    private static final Instant LATE_IN_THE_MINUTE = Instant.parse("2026-01-01T10:00:59.999Z");
    private static final QuotaKey KEY = new QuotaKey("1", "cn-hangzhou", "DeleteImage");

    private final Quotas quotas = new Quotas();

    @Test
    void isShutWhenFullAndOpenInTheNextMinute() {
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 2)).isTrue();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 2)).isTrue();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 2)).isFalse();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE.plusMillis(1), 2)).isTrue();
    }

    @Test
    void countsEachAccountRegionAndActionForItself() {
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 1)).isTrue();
        assertThat(quotas.admit(new QuotaKey("2", "cn-hangzhou", "DeleteImage"), LATE_IN_THE_MINUTE, 1))
                .isTrue();
        assertThat(quotas.admit(new QuotaKey("1", "cn-beijing", "DeleteImage"), LATE_IN_THE_MINUTE, 1))
                .isTrue();
        assertThat(quotas.admit(new QuotaKey("1", "cn-hangzhou", "DescribeImages"), LATE_IN_THE_MINUTE, 1))
                .isTrue();
        assertThat(quotas.admit(new QuotaKey("1", null, "DescribeRegions"), LATE_IN_THE_MINUTE, 1))
                .isTrue();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 1)).isFalse();
    }

    @Test
    void hasNoLimitAtZero() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 0)).isTrue();
        }
    }

    @Test
    void takesWhatOthersSpendFromEveryMinute() {
        quotas.spend(KEY, 3);

        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 4)).isTrue();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE, 4)).isFalse();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE.plusSeconds(1), 4)).isTrue();
        assertThat(quotas.admit(KEY, LATE_IN_THE_MINUTE.plusSeconds(1), 4)).isFalse();
    }

    @Test
    void tellsTheFullestMinuteAndWhatWasRefused() {
        for (int i = 0; i < 5; i++) {
            quotas.admit(KEY, LATE_IN_THE_MINUTE, 3);
        }
        quotas.admit(KEY, LATE_IN_THE_MINUTE.plusSeconds(60), 3);

        assertThat(quotas.usage(LATE_IN_THE_MINUTE.plusSeconds(60)))
                .containsExactly(new Quotas.Usage(KEY, new QuotaWindow.Figures(1, 2, 5, 0)));
    }

    @Test
    void saysHowLongTheMinuteStillLasts() {
        assertThat(Quotas.untilNextMinute(LATE_IN_THE_MINUTE)).isEqualTo(Duration.ofMillis(1));
        assertThat(Quotas.untilNextMinute(LATE_IN_THE_MINUTE.plusMillis(1))).isEqualTo(Duration.ofMinutes(1));
    }
}
