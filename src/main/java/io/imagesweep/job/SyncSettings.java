package io.imagesweep.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the retention database is kept fresh.
 *
 * @param maxAge how old the listing may be over which an image is checked right before its deletion
 */
@ConfigurationProperties("imagesweep.sync")
record SyncSettings(@DefaultValue("10m") Duration maxAge) {}
