package io.imagesweep.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What has a quota of its own.
 *
 * @param regionId null for actions without a region
 */
record QuotaKey(String accountId, @Nullable String regionId, String action) {}
