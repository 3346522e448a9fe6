package io.imagesweep.report;

import io.imagesweep.ledger.OpenEnd;
import java.util.stream.Stream;

/** What a run has left to others, in sentences. */
final class OpenEndText {

    private OpenEndText() {}

    /** Gives a sentence for deletions to be confirmed with the snapshots that wait for it, and one for snapshots that are due. */
    static Stream<String> sentences(OpenEnd end) {
        return Stream.of(unconfirmed(end), due(end)).filter(sentence -> !sentence.isEmpty());
    }

    private static String unconfirmed(OpenEnd end) {
        return end.deletions() == 0
                ? ""
                : "%s: accepted deletions that no listing has confirmed: %d (the next sync confirms those that are no longer listed)%s"
                        .formatted(end.where(), end.deletions(), waiting(end));
    }

    private static String waiting(OpenEnd end) {
        return end.waiting() == 0
                ? ""
                : "; snapshots that wait for that: %d (then the next live run there deletes them, whatever its key)"
                        .formatted(end.waiting());
    }

    private static String due(OpenEnd end) {
        return end.due() == 0
                ? ""
                : "%s: snapshots of confirmed deletions that are still to be deleted: %d (the next live run there deletes them, whatever its key)"
                        .formatted(end.where(), end.due());
    }
}
