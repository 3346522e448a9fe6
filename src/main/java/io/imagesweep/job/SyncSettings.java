package io.imagesweep.job;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the retention database is kept fresh.
 *
 * @param maxAge how old the listing may be over which an image is checked right before its deletion
 */
@Validated
@ConfigurationProperties("imagesweep.sync")
record SyncSettings(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration maxAge) {}
