package io.imagesweep.deletion;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
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
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls for one image until its outcome is known. For one thread, once. */
final class Pursuit {

    private final Approval approved;
    private final Calls calls;
    private final ImageCatalog catalog;
    private final Pace pace;
    private final Breaker breaker;
    private final Backoff backoff;
    private final int maxAttempts;
    private final boolean lastTry;

    private boolean force;
    private boolean unsettled;
    private int failures;
    private @Nullable ApiAnswer last;

    Pursuit(
            Approval approved,
            Calls calls,
            ImageCatalog catalog,
            Pace pace,
            Breaker breaker,
            Backoff backoff,
            int maxAttempts,
            boolean lastTry) {
        this.approved = approved;
        this.calls = calls;
        this.catalog = catalog;
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
            outcome = pace.acquire() ? again() : leave(Cause.STOPPED);
        }
        return outcome.get();
    }

    private Optional<DeletionOutcome> again() {
        return approved.isOver(calls.now()) ? leave(Cause.STALE) : judge(call());
    }

    private Answer call() {
        Answer answer = calls.call(force);
        last = answer.said();
        if (!(answer instanceof Throttled || answer instanceof Unclear)) {
            pace.answered();
        }
        return answer;
    }

    /** What an answer means for the image; empty: one more call. */
    private Optional<DeletionOutcome> judge(Answer answer) {
        return switch (answer) {
            case Accepted(var said) -> Optional.of(new Deleted(said, force));
            case Missing(var said) -> Optional.of(missing(said));
            case InUse(var said) -> inUse(said);
            case Refused(var said) -> Optional.of(new Skipped(said, said.sentence()));
            case Busy(var said) ->
                Optional.of(lastTry ? new Deferred(said) : new Open(said, Cause.BUSY, calls.soFar()));
            case Throttled(var _, var retryAfter) -> throttled(retryAfter);
            case Denied(var said) -> denied(said);
            case Unclear(var said, var sent) -> unclear(said, sent);
            case Unknown(var said) -> Optional.of(new Failed(said, said.sentence()));
        };
    }

    private DeletionOutcome missing(ApiAnswer said) {
        return calls.soFar().unknownResult() ? new Deleted(said, force) : new AlreadyGone(said);
    }

    private Optional<DeletionOutcome> inUse(ApiAnswer said) {
        if (approved.decision().manner().force() && !force) {
            force = true;
            return Optional.empty();
        }
        return Optional.of(new Skipped(said, said.sentence()));
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
        failures++;
        if (!pace.rest(backoff.after(failures))) {
            return leave(Cause.STOPPED);
        }
        return settle().or(() -> exhausted(said));
    }

    private Optional<DeletionOutcome> exhausted(ApiAnswer said) {
        if (calls.soFar().counted() < maxAttempts) {
            return Optional.empty();
        }
        String message =
                "no usable answer in %d attempts: %s".formatted(calls.soFar().counted(), said.sentence());
        return Optional.of(new Failed(said, message));
    }

    /** Looks, where a call may have deleted the image. A look that fails is no reason to stop: deleting twice is harmless. */
    private Optional<DeletionOutcome> settle() {
        if (!unsettled) {
            return Optional.empty();
        }
        return switch (catalog.image(approved.decision().key())) {
            case Reading.Complete<Optional<Candidate>>(var found) -> seen(found);
            case Reading.Unreadable<Optional<Candidate>>(boolean ours, String why) when ours -> blind(why);
            case Reading.Unreadable<Optional<Candidate>> _ -> Optional.empty();
        };
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

    private Optional<DeletionOutcome> seen(Optional<Candidate> found) {
        unsettled = found.isEmpty();
        return found.isEmpty() ? Optional.of(new Deleted(null, force)) : Optional.empty();
    }
}
