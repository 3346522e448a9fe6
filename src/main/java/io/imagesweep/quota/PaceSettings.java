package io.imagesweep.quota;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the API is called.
 *
 * @param ratePerMinute calls of one action in one account and region, evenly spaced; an account may have its own rate
 */
@Validated
@ConfigurationProperties("imagesweep")
public record PaceSettings(@DefaultValue("400") @Min(1) int ratePerMinute) {}
