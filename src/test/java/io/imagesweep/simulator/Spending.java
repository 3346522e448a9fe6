package io.imagesweep.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What somebody else uses of a quota.
 *
 * @param regionId null for actions without a region
 */
record Spending(
        String accountId,
        @Nullable String regionId,
        String action,
        @Nullable Integer perMinute) {

    Spending {
        Required.text("accountId", accountId);
        Required.text("action", action);
        if (perMinute == null || perMinute < 0) {
            throw new IllegalArgumentException("perMinute is 0 or more, not " + perMinute);
        }
    }

    void on(Quotas quotas) {
        var region = regionId == null || regionId.isEmpty() ? null : regionId;
        quotas.spend(new QuotaKey(accountId, region, action), perMinute == null ? 0 : perMinute);
    }
}
