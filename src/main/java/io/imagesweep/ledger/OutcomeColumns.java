package io.imagesweep.ledger;

import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.DeletionOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ending of the calls for an image in the words of the results table. */
record OutcomeColumns(Outcome outcome, ApiAnswer said, boolean forced) {

    static final String SETTLED_BY_LOOKING = "settled by looking";

    private static final ApiAnswer NOTHING = new ApiAnswer(null, null, null, null);

    static OutcomeColumns of(DeletionOutcome outcome) {
        return switch (outcome) {
            case DeletionOutcome.Deleted deleted ->
                new OutcomeColumns(Outcome.DELETED, words(deleted), deleted.forced());
            case DeletionOutcome.Hidden(var said) -> seen(Outcome.DEPRECATED, said);
            case DeletionOutcome.Shown(var said) -> seen(Outcome.RESTORED, said);
            case DeletionOutcome.AlreadyGone(var said) -> ended(Outcome.ALREADY_GONE, said);
            case DeletionOutcome.Skipped(var said, var message) -> ended(Outcome.SKIPPED, with(said, message));
            case DeletionOutcome.Deferred(var said) -> ended(Outcome.DEFERRED, said);
            case DeletionOutcome.Failed(var said, var message) -> ended(Outcome.FAILED, with(said, message));
            case DeletionOutcome.Open(var said, var _, var _) -> ended(Outcome.PLANNED, said);
            case DeletionOutcome.Unsettled(var said, var _) -> ended(Outcome.CALLING, said);
        };
    }

    /** Says whether a call without an answer may have changed the image, which its next one must know. */
    static boolean leavesUnknown(DeletionOutcome outcome) {
        return switch (outcome) {
            case DeletionOutcome.Open(var _, var _, var calls) -> calls.unknownResult();
            case DeletionOutcome.Unsettled _ -> true;
            case DeletionOutcome.Deleted _,
                    DeletionOutcome.Hidden _,
                    DeletionOutcome.Shown _,
                    DeletionOutcome.AlreadyGone _,
                    DeletionOutcome.Skipped _,
                    DeletionOutcome.Deferred _,
                    DeletionOutcome.Failed _ -> false;
        };
    }

    private static ApiAnswer words(DeletionOutcome.Deleted deleted) {
        var said = Objects.requireNonNullElse(deleted.said(), NOTHING);
        return deleted.settledByLooking() ? with(said, SETTLED_BY_LOOKING) : said;
    }

    private static OutcomeColumns seen(Outcome outcome, @Nullable ApiAnswer said) {
        return ended(outcome, said == null ? with(null, SETTLED_BY_LOOKING) : said);
    }

    private static OutcomeColumns ended(Outcome outcome, @Nullable ApiAnswer said) {
        return new OutcomeColumns(outcome, Objects.requireNonNullElse(said, NOTHING), false);
    }

    private static ApiAnswer with(@Nullable ApiAnswer said, String message) {
        var words = Objects.requireNonNullElse(said, NOTHING);
        return new ApiAnswer(words.httpStatus(), words.code(), words.requestId(), message);
    }
}
