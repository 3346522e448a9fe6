package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.policy.Decision;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes one image as approved: deletes it, hides it or shows it again. Calls, retries, and settles unknown results by
 * looking. Thread-safe.
 */
public final class Deletion {

    /** The API's actions that it calls for images; each has a quota of its own. */
    public static final List<String> ACTIONS = List.of(Removal.ACTION, StatusChange.ACTION, ShareChange.ACTION);

    private final ImageRemover remover;
    private final ImageCatalog catalog;
    private final Unsharing unsharing;
    private final DeletionSettings settings;
    private final InstantSource clock;
    private final Backoff backoff;

    public Deletion(
            ImageRemover remover,
            ImageCatalog catalog,
            Unsharing unsharing,
            DeletionSettings settings,
            InstantSource clock) {
        this(remover, catalog, unsharing, settings, clock, Backoff.PATIENT);
    }

    Deletion(
            ImageRemover remover,
            ImageCatalog catalog,
            Unsharing unsharing,
            DeletionSettings settings,
            InstantSource clock,
            Backoff backoff) {
        this.remover = remover;
        this.catalog = catalog;
        this.unsharing = unsharing;
        this.settings = settings;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Names the action of the first call, whose permit the caller takes. */
    public static String firstAction(Approval approved) {
        return switch (approved) {
            case Approval.ByPolicy(Decision.Delete delete, var _) ->
                Unsharing.isWanted(delete) ? ShareChange.ACTION : Removal.ACTION;
            case Approval.ByPolicy(Decision.Deprecate _, var _) -> StatusChange.ACTION;
            case Approval.ToRestore _ -> StatusChange.ACTION;
        };
    }

    /**
     * Changes the image and blocks until that has ended. The caller holds the permit of the first call. An image that
     * the provider is busy with comes back {@link DeletionOutcome.Cause#BUSY}: for {@link #changeOnceMore} at the end.
     * No call starts once the approval is over: then it comes back {@link DeletionOutcome.Cause#STALE}.
     *
     * @param paces gives the pace of an action
     * @param answers gets each answered call, in order, before the outcome is known
     */
    public DeletionOutcome change(
            Approval approved,
            EarlierCalls earlier,
            Function<String, Pace> paces,
            Breaker breaker,
            Consumer<Attempt> answers) {
        return pursue(approved, earlier, paces, breaker, answers, false);
    }

    /** Changes an image that was busy before: busy again, it is {@link DeletionOutcome.Deferred}. */
    public DeletionOutcome changeOnceMore(
            Approval approved,
            EarlierCalls earlier,
            Function<String, Pace> paces,
            Breaker breaker,
            Consumer<Attempt> answers) {
        return pursue(approved, earlier, paces, breaker, answers, true);
    }

    private DeletionOutcome pursue(
            Approval approved,
            EarlierCalls earlier,
            Function<String, Pace> paces,
            Breaker breaker,
            Consumer<Attempt> answers,
            boolean lastTry) {
        var calls = new Calls(clock, approved.image(), earlier, answers);
        var task = task(approved);
        var pace = paces.apply(task.action());
        var pursuit =
                new Pursuit(task, approved.until(), calls, pace, breaker, backoff, settings.maxAttempts(), lastTry);
        var outcome = firstAction(approved).equals(ShareChange.ACTION)
                ? unsharing
                        .around(remover, paces, breaker, backoff, settings.maxAttempts(), approved.until())
                        .outcome(calls, pursuit::outcome)
                : pursuit.outcome();
        breaker.ended(outcome);
        if (breaker.open()) {
            ACTIONS.forEach(action -> paces.apply(action).stop());
        }
        return outcome;
    }

    private Task task(Approval approved) {
        return switch (approved) {
            case Approval.ByPolicy(Decision.Delete delete, var _) -> new Removal(remover, catalog, delete);
            case Approval.ByPolicy(Decision.Deprecate deprecate, var _) ->
                new StatusChange(remover, catalog, deprecate.key(), StatusChange.HIDDEN);
            case Approval.ToRestore(var image, var _) -> new StatusChange(remover, catalog, image, StatusChange.SHOWN);
        };
    }
}
