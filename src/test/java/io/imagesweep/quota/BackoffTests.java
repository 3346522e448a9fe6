package io.imagesweep.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 100", "2, 200", "3, 400", "4, 800", "5, 1000", "2000000000, 1000"})
    void doublesUpToItsBoundAndKeepsHalfOfItCertain(int failures, long fullMillis) {
        for (int draw = 0; draw < 100; draw++) {
            assertThat(backoff.after(failures))
                    .isBetween(Duration.ofMillis(fullMillis / 2), Duration.ofMillis(fullMillis));
        }
    }
}
