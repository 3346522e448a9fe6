package io.imagesweep.deletion;

import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.Answer.Accepted;
import io.imagesweep.deletion.Answer.Busy;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.InUse;
import io.imagesweep.deletion.Answer.Missing;
import io.imagesweep.deletion.Answer.Refused;
import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.Answer.Unknown;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls for one task until its outcome is known. For one thread, once. */
final class Pursuit {

    private final Task task;
    private final Instant until;
    private final Calls calls;
    private final Pace pace;
    private final Breaker breaker;
    private final Backoff backoff;
    private final int maxAttempts;
    private final boolean lastTry;

    private boolean unsettled;
    private int failures;
    private @Nullable ApiAnswer last;

    /**
     * @param until when the approval of the task is over
     * @param lastTry whether an image that is busy again is left to a later run
     */
    Pursuit(
            Task task,
            Instant until,
            Calls calls,
            Pace pace,
            Breaker breaker,
            Backoff backoff,
            int maxAttempts,
            boolean lastTry) {
        this.task = task;
        this.until = until;
        this.calls = calls;
        this.pace = pace;
        this.breaker = breaker;
        this.backoff = backoff;
        this.maxAttempts = maxAttempts;
        this.lastTry = lastTry;
    }

    /** The permit of the first call is the caller's; each later call takes its own. */
    DeletionOutcome outcome() {
        Optional<DeletionOutcome> outcome = judge(call());
        while (outcome.isEmpty()) {
            outcome = pace.acquire() && !breaker.open() ? again() : leave(Cause.STOPPED);
        }
        return outcome.get();
    }

    private Optional<DeletionOutcome> again() {
        return calls.now().isAfter(until) ? leave(Cause.STALE) : judge(call());
    }

    private Answer call() {
        Answer answer = calls.call(task);
        last = answer.said();
        if (!(answer instanceof Throttled || answer instanceof Unclear)) {
            pace.answered();
        }
        return answer;
    }

    /** What an answer means for the image; empty: one more call. */
    private Optional<DeletionOutcome> judge(Answer answer) {
        return switch (answer) {
            case Accepted(var said) -> Optional.of(task.accepted(said));
            case Missing(var said) ->
                Optional.of(task.missing(said, calls.soFar().unknownResult()));
            case InUse(var said) when task.insists() -> Optional.empty();
            case InUse(var said) -> Optional.of(new Skipped(said, said.sentence()));
            case Refused(var said) -> Optional.of(new Skipped(said, said.sentence()));
            case Busy(var said) -> busy(said);
            case Throttled(var _, var retryAfter) -> throttled(retryAfter);
            case Denied(var said) -> denied(said);
            case Unclear(var said, var sent) -> unclear(said, sent);
            case Unknown(var said) -> Optional.of(new Failed(said, said.sentence()));
        };
    }

    private Optional<DeletionOutcome> busy(ApiAnswer said) {
        if (!task.outwaitsBusy()) {
            return Optional.of(lastTry ? new Deferred(said) : new Open(said, Cause.BUSY, calls.soFar()));
        }
        return rested() ? exhausted(said) : leave(Cause.STOPPED);
    }

    private Optional<DeletionOutcome> throttled(@Nullable Duration retryAfter) {
        pace.throttled(retryAfter);
        return Optional.empty();
    }

    private Optional<DeletionOutcome> denied(ApiAnswer said) {
        breaker.denied(said);
        return leave(Cause.DENIED);
    }

    private Optional<DeletionOutcome> unclear(ApiAnswer said, boolean sent) {
        unsettled |= sent;
        return rested() ? settle().or(() -> exhausted(said)) : leave(Cause.STOPPED);
    }

    private boolean rested() {
        failures++;
        return pace.rest(backoff.after(failures));
    }

    private Optional<DeletionOutcome> exhausted(ApiAnswer said) {
        if (calls.soFar().counted() < maxAttempts) {
            return Optional.empty();
        }
        String message =
                "no usable answer in %d attempts: %s".formatted(calls.soFar().counted(), said.sentence());
        return Optional.of(new Failed(said, message));
    }

    /** Looks, where a call may have had its effect. A look that fails is no reason to stop: calling twice is harmless. */
    private Optional<DeletionOutcome> settle() {
        if (!unsettled) {
            return Optional.empty();
        }
        return switch (task.look()) {
            case Reading.Complete<Optional<DeletionOutcome>>(var seen) -> seen(seen);
            case Reading.Unreadable<Optional<DeletionOutcome>>(boolean ours, String why) when ours -> blind(why);
            case Reading.Unreadable<Optional<DeletionOutcome>> _ -> Optional.empty();
        };
    }

    private Optional<DeletionOutcome> seen(Optional<DeletionOutcome> seen) {
        unsettled = seen.isPresent();
        return seen;
    }

    private Optional<DeletionOutcome> blind(String why) {
        breaker.denied(new ApiAnswer(null, null, null, why));
        return Optional.of(new Unsettled(last, calls.soFar()));
    }

    private Optional<DeletionOutcome> leave(Cause cause) {
        return settle().or(() -> Optional.of(left(cause)));
    }

    private DeletionOutcome left(Cause cause) {
        return unsettled ? new Unsettled(last, calls.soFar()) : new Open(last, cause, calls.soFar());
    }
}
