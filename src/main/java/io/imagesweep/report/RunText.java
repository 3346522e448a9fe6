package io.imagesweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command that is a run answers, for a person: what is missing and why it stopped first. */
public final class RunText {

    private RunText() {}

    /** Tells {@code answer} in lines. */
    public static String of(RunAnswer answer) {
        List<String> lines = new ArrayList<>(first(answer));
        if (answer.runId() != null) {
            lines.add("run %s, key %s, %s: %s"
                    .formatted(answer.runId(), answer.runKey(), answer.mode(), answer.status()));
            lines.add("candidates %d: %s".formatted(answer.candidates(), counts(answer.outcomes())));
            if (!answer.snapshots().isEmpty()) {
                lines.add(snapshots(answer.snapshots()));
            }
        }
        planned(answer, lines);
        matched(answer, lines);
        return String.join(System.lineSeparator(), lines);
    }

    /** What must be known before anything else: what is missing, why the run stopped, and what is odd about its plan. */
    static List<String> first(RunAnswer answer) {
        List<String> lines = new ArrayList<>();
        answer.missing().forEach(sentence -> lines.add("missing: " + sentence));
        if (answer.stopReason() != null) {
            lines.add("stopped: " + answer.stopReason());
        }
        answer.warnings().forEach(sentence -> lines.add("note: " + sentence));
        return lines;
    }

    /** Tells the numbers of snapshots, by the names of outcomes. */
    public static String snapshots(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return "snapshots %d: %s".formatted(all, SnapshotWords.of(counts));
    }

    private static String counts(@Nullable Map<String, Long> outcomes) {
        return outcomes == null || outcomes.isEmpty()
                ? "none"
                : outcomes.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static void matched(RunAnswer answer, List<String> lines) {
        if (!answer.ruleMatches().isEmpty()) {
            lines.add("images met by each protection and rule:");
            answer.ruleMatches().forEach((line, images) -> lines.add("%8d %s".formatted(images, line)));
        }
    }

    private static void planned(RunAnswer answer, List<String> lines) {
        if (answer.planned() != null) {
            answer.planned()
                    .forEach(rule -> lines.add("%8d by rule %s in %s %s"
                            .formatted(rule.count(), rule.rule(), rule.account(), rule.region())));
        }
    }
}
