package io.imagesweep.simulator;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One call that arrived: all is known of it at once but when it was answered. */
final class CallRecord {

    private final Instant arrivedAt;
    private final Facts facts;
    private long seq;
    private volatile @Nullable Instant answeredAt;

    CallRecord(Instant arrivedAt, Facts facts) {
        this.arrivedAt = arrivedAt;
        this.facts = facts;
    }

    void number(long newSeq) {
        seq = newSeq;
    }

    void answered(Instant now) {
        answeredAt = now;
    }

    long seq() {
        return seq;
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    Facts facts() {
        return facts;
    }

    /**
     * What a call was and what came of it.
     *
     * @param mutating the action changes something when it succeeds
     * @param httpStatus null: no answer was sent
     * @param applied it changed something
     */
    record Facts(
            String requestId,
            @Nullable String accountId,
            @Nullable String regionId,
            String action,
            boolean mutating,
            SortedMap<String, String> parameters,
            @Nullable Integer httpStatus,
            @Nullable String code,
            @Nullable String fault,
            boolean applied) {}
}
