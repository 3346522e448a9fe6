package io.imagesweep.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How plans are kept and applied.
 *
 * @param planTtl how old a plan may be when it is applied, from its start
 */
@ConfigurationProperties("imagesweep")
record PlanSettings(@DefaultValue("24h") Duration planTtl) {}
