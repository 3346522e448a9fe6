package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault and the calls it befalls; null matches everything.
 *
 * @param rate share of the matching calls
 * @param nth every so manieth of them
 * @param times at most
 * @param applied the call takes effect all the same
 */
record Fault(
        @Nullable String action,
        @Nullable String accountId,
        @Nullable String regionId,
        @Nullable String imageId,
        @Nullable Double rate,
        @Nullable Integer nth,
        @Nullable Integer times,
        @Nullable Long seed,
        @JsonProperty("fault") FaultKind kind,
        @Nullable Integer httpStatus,
        @Nullable String code,
        @Nullable String message,
        boolean applied,
        @Nullable String delay) {

    Fault {
        if (kind == null) {
            throw new IllegalArgumentException("fault is missing");
        }
        if (rate != null && (rate < 0 || rate > 1)) {
            throw new IllegalArgumentException("rate is from 0 to 1, not " + rate);
        }
        if (nth != null && nth < 1) {
            throw new IllegalArgumentException("nth is 1 or more, not " + nth);
        }
        if (times != null && times < 0) {
            throw new IllegalArgumentException("times is 0 or more, not " + times);
        }
        if (httpStatus != null && (httpStatus < 200 || httpStatus > 599)) {
            throw new IllegalArgumentException("httpStatus is from 200 to 599, not " + httpStatus);
        }
        if (delay != null) {
            Durations.parsePositive(delay);
        }
    }

    boolean matches(Target target) {
        return (action == null || action.equals(target.action()))
                && (accountId == null || accountId.equals(target.accountId()))
                && (regionId == null || regionId.equals(target.regionId()))
                && (imageId == null || imageId.equals(target.imageId()));
    }

    Duration delayOr(Duration byDefault) {
        return delay == null ? byDefault : Durations.parsePositive(delay);
    }

    @Nullable
    Duration delayOrNone() {
        return delay == null ? null : Durations.parsePositive(delay);
    }

    /** What a call is aimed at; a text that is not there is empty. */
    record Target(String action, String accountId, String regionId, String imageId) {}
}
