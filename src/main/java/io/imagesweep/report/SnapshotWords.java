package io.imagesweep.report;

import io.imagesweep.ledger.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of snapshots, in words for people. */
final class SnapshotWords {

    private SnapshotWords() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case PLANNED, CALLING -> "open";
            case SKIPPED -> "kept";
            case ALREADY_GONE -> "already gone";
            case DELETED, FAILED, KEPT, DEFERRED, DEPRECATED, RESTORED ->
                outcome.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Counts by the names of outcomes, in one line. */
    static String of(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + of(Outcome.valueOf(entry.getKey())))
                .collect(Collectors.joining(", "));
    }
}
