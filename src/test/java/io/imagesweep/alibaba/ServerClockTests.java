package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Trial;
import io.imagesweep.candidate.Trial.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerClockTests {

    private final ServerClock clock = new ServerClock(InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 24 Nov 2026 12:00:00 GMT | WORKS | at most 2 min off
            Tue, 24 Nov 2026 12:02:00 GMT | WORKS | at most 2 min off
            Tue, 24 Nov 2026 12:02:01 GMT | FAILS | 121 s behind that of the provider
            Tue, 24 Nov 2026 11:57:59 GMT | FAILS | 121 s ahead of that of the provider
            """)
    void tellsHowFarOursIsOff(String date, State state, String detail) {
        clock.told(Map.of("date", date));

        assertThat(clock.trial()).extracting(Trial::state, Trial::detail).containsExactly(state, detail);
    }

    @Test
    void cannotTellWithoutADate() {
        assertThat(clock.trial().state()).isEqualTo(State.UNTRIED);

        clock.told(Map.of("date", "yesterday"));
        assertThat(clock.trial().state()).isEqualTo(State.UNTRIED);
    }
}
