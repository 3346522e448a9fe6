package io.imagesweep.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PauseTests {

    private static final Instant TWENTY_PAST = Instant.parse("2026-05-01T12:00:20Z");

    private final RandomGenerator random = new SplittableRandom(1);

    @ParameterizedTest
    @CsvSource({"PT0.001S, PT0.001S", "PT1S, PT1S", "PT5M, PT5M", "PT5M0.001S, PT5M", "P100000D, PT5M"})
    void isAsLongAsTheApiAsksButNeverEndless(Duration retryAfter, Duration expected) {
        assertThat(Pause.length(retryAfter, TWENTY_PAST, random)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void lastsToTheNextMinuteAndALittleMoreWhereTheApiDoesNotSay(Duration retryAfter) {
        assertThat(Pause.length(retryAfter, TWENTY_PAST, random))
                .isBetween(Duration.ofSeconds(41), Duration.ofSeconds(43));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01T12:00:00Z, PT61S, PT63S", "2026-05-01T12:00:59.999Z, PT1.001S, PT3.001S"})
    void knowsTheEdgesOfTheMinute(Instant now, Duration least, Duration most) {
        assertThat(Pause.length(null, now, random)).isBetween(least, most);
    }
}
