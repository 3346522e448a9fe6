package io.imagesweep.job;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.Approval;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.ledger.ImageOutcome;
import io.imagesweep.ledger.OpenDeletion;
import io.imagesweep.policy.Decision;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Lets an open row pass only when the whole policy decides the same as in the plan over a fresh listing, or when an image to
 * restore is still deprecated, and the image is still the same one. Whatever it holds back it records itself.
 */
final class StillQualifies implements ItemProcessor<OpenDeletion, ApprovedDeletion> {

    private final FreshListing listing;
    private final ImageCatalog catalog;
    private final OutcomeRecorder recorder;
    private final Gate gate;
    private final Clock clock;

    StillQualifies(FreshListing listing, ImageCatalog catalog, OutcomeRecorder recorder, Gate gate, Clock clock) {
        this.listing = listing;
        this.catalog = catalog;
        this.recorder = recorder;
        this.gate = gate;
        this.clock = clock;
    }

    /** Gives {@code approved} itself while its approval holds; else decides afresh. Null: held back and recorded, or the gate is shut. */
    @Nullable
    ApprovedDeletion again(ApprovedDeletion approved) {
        if (!approved.approval().isOver(clock.instant())) {
            return approved;
        }
        var fresh = process(approved.row());
        return fresh == null ? null : approved.with(approved.row(), fresh.approval());
    }

    @Override
    public @Nullable ApprovedDeletion process(OpenDeletion row) {
        if (!gate.mayStart()) {
            return null;
        }
        return switch (listing.decisions()) {
            case Reading.Complete<Map<String, Decision>>(var decisions) -> {
                var decision = decisions.get(row.image().imageId());
                yield decision == null ? lookUp(row) : judge(row, decision);
            }
            case Reading.Unreadable<Map<String, Decision>>(var ours, var why) -> unreadable(ours, why);
        };
    }

    /** A call of ours whose answer nobody saw may have done what the row wants; else the row must still be wanted. */
    private @Nullable ApprovedDeletion judge(OpenDeletion row, Decision decision) {
        if (!sameImage(row, decision.candidate())) {
            return skip(row, "no longer the image of the plan: its name or creation time changed");
        }
        var done = row.calledBefore()
                ? UnansweredCall.outcome(row.decision(), Optional.of(decision.candidate()))
                : Optional.<DeletionOutcome>empty();
        if (done.isPresent()) {
            return record(row, done.get());
        }
        return row.decision().equals("RESTORE") ? restorable(row, decision.candidate()) : decided(row, decision);
    }

    private @Nullable ApprovedDeletion restorable(OpenDeletion row, Candidate image) {
        if (UnansweredCall.isDeprecated(image)) {
            return new ApprovedDeletion(row, new Approval.ToRestore(row.image(), listing.until()), false);
        }
        return skip(
                row,
                UnansweredCall.isAvailable(image)
                        ? "somebody else made it available already"
                        : "no longer deprecated, but " + image.status());
    }

    private @Nullable ApprovedDeletion decided(OpenDeletion row, Decision decision) {
        return switch (decision) {
            case Decision.Change change
            when change.rule().equals(row.rule()) && row.decision().equals(kind(change)) ->
                new ApprovedDeletion(row, new Approval.ByPolicy(change, listing.until()), false);
            case Decision.Change change
            when !change.rule().equals(row.rule()) ->
                skip(row, "no longer decided by the same rule, but by " + change.rule());
            case Decision.Change change -> skip(row, "no longer decided in the same way: " + change.reason());
            case Decision.Keep keep -> skip(row, "no longer qualifies: " + keep.reason());
        };
    }

    private static String kind(Decision.Change change) {
        return switch (change) {
            case Decision.Delete _ -> "DELETE";
            case Decision.Deprecate _ -> "DEPRECATE";
        };
    }

    private static boolean sameImage(OpenDeletion row, Candidate image) {
        return Objects.equals(row.name(), image.name()) && Objects.equals(row.createdAt(), image.createdAt());
    }

    private @Nullable ApprovedDeletion lookUp(OpenDeletion row) {
        // By id, since the pages of a listing shift while images vanish.
        return switch (catalog.image(row.image())) {
            case Reading.Complete<Optional<Candidate>>(var image) when image.isEmpty() -> record(row, gone(row));
            case Reading.Complete<Optional<Candidate>> _ -> judgeAgain(row);
            case Reading.Unreadable<Optional<Candidate>>(var ours, var why) -> unreadable(ours, why);
        };
    }

    private @Nullable ApprovedDeletion judgeAgain(OpenDeletion row) {
        return switch (listing.again()) {
            case Reading.Complete<Map<String, Decision>>(var decisions) -> {
                var decision = decisions.get(row.image().imageId());
                yield decision == null
                        ? skip(row, "no listing shows the image, so nobody can decide on it")
                        : judge(row, decision);
            }
            case Reading.Unreadable<Map<String, Decision>>(var ours, var why) -> unreadable(ours, why);
        };
    }

    private static DeletionOutcome gone(OpenDeletion row) {
        return row.calledBefore()
                ? UnansweredCall.outcome(row.decision(), Optional.empty()).orElseThrow()
                : new DeletionOutcome.AlreadyGone(null);
    }

    private @Nullable ApprovedDeletion skip(OpenDeletion row, String message) {
        return record(row, new DeletionOutcome.Skipped(null, message));
    }

    private @Nullable ApprovedDeletion record(OpenDeletion row, DeletionOutcome outcome) {
        recorder.ended(new ImageOutcome(row.image(), outcome, row.counted(), clock.instant()));
        return null;
    }

    private @Nullable ApprovedDeletion unreadable(boolean ours, String why) {
        gate.shutUnreadable(ours, why);
        return null;
    }
}
