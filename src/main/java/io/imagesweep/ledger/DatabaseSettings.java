package io.imagesweep.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient a run is with its database.
 *
 * @param maxWait how long a database that is away is waited for; zero: not at all
 */
@Validated
@ConfigurationProperties("imagesweep.database")
public record DatabaseSettings(@DefaultValue("5m") Duration maxWait) {

    public DatabaseSettings {
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("imagesweep.database.max-wait is negative: " + maxWait);
        }
    }
}
