package io.imagesweep.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run as the ledger knows it.
 *
 * @param decidedAt the run's {@code now}, to the millisecond
 * @param policyHash SHA-256 of the policy file's bytes
 * @param planHash null until the plan is sealed
 * @param planId the plan that a run of {@code apply} carries out; null for any other run
 * @param finishedAt null while it goes on
 * @param stopReason one sentence, null where nothing stopped it
 * @param fence raised at each take-over
 */
public record Run(
        RunId id,
        RunKey key,
        RunMode mode,
        RunStatus status,
        Instant decidedAt,
        String policyHash,
        @Nullable String planHash,
        @Nullable RunId planId,
        RunScope scope,
        String requestedBy,
        String host,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String stopReason,
        long fence,
        RunFacts facts) {

    /** Says whether another {@code now} than the clock's was decided on: such a plan can never be applied. */
    public boolean asOfAnotherTime() {
        return !decidedAt.equals(startedAt.truncatedTo(ChronoUnit.MILLIS));
    }
}
