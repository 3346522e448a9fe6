package io.imagesweep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabaseSettingsTests {

    @Test
    void waitsFiveMinutesWhenNothingIsSet() {
        assertThat(bound(Map.of())).isEqualTo(new DatabaseSettings(Duration.ofMinutes(5)));
    }

    @Test
    void waitsAsLongAsTheOperatorSays() {
        assertThat(bound(Map.of("imagesweep.database.max-wait", "0s"))).isEqualTo(new DatabaseSettings(Duration.ZERO));
    }

    @Test
    void refusesANegativeWait() {
        assertThatThrownBy(() -> bound(Map.of("imagesweep.database.max-wait", "-1s")))
                .hasStackTraceContaining("imagesweep.database.max-wait is negative: PT-1S");
    }

    private static DatabaseSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("imagesweep.database", DatabaseSettings.class);
    }
}
