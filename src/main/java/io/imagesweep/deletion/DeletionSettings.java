package io.imagesweep.deletion;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How images are deleted.
 *
 * @param maxInFlight calls of one account and region that may wait for their answer
 * @param maxAttempts calls for one image before it counts as failed; throttled calls do not count
 */
@Validated
@ConfigurationProperties("imagesweep")
public record DeletionSettings(
        @DefaultValue("64") @Min(1) int maxInFlight,
        @DefaultValue("8") @Min(1) int maxAttempts) {}
