package io.imagesweep.report;

import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Shard;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several runs of one key told as one: sums, and every sentence of each. */
final class JoinedAnswer {

    private JoinedAnswer() {}

    static RunAnswer of(RunKey key, List<Run> runs, List<RunAnswer> answers) {
        return new RunAnswer(
                null,
                key.toString(),
                modes(answers),
                status(runs).name(),
                null,
                answers.stream()
                        .mapToLong(answer -> orZero(answer.candidates()))
                        .sum(),
                sum(answers, RunAnswer::outcomes),
                all(answers, RunAnswer::planned),
                Stream.concat(absent(key, runs), all(answers, RunAnswer::missing).stream())
                        .distinct()
                        .toList(),
                stops(answers),
                answers.stream()
                        .map(RunAnswer::startedAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                end(answers),
                sum(answers, RunAnswer::ruleMatches),
                all(answers, RunAnswer::warnings).stream().distinct().toList(),
                sum(answers, RunAnswer::snapshots));
    }

    /** A part that never ran is no reason to believe that all was done. */
    private static Stream<String> absent(RunKey key, List<Run> runs) {
        var parts = runs.stream()
                .map(run -> run.scope().shard())
                .filter(Objects::nonNull)
                .toList();
        return parts.stream()
                .map(Shard::count)
                .distinct()
                .flatMap(count -> IntStream.range(0, count)
                        .mapToObj(index -> new Shard(index, count))
                        .filter(part -> !parts.contains(part))
                        .map(part -> "shard " + part + ": there is no run with key " + key.of(part)));
    }

    /** All ended well only when each did; else the first that did not. */
    private static RunStatus status(List<Run> runs) {
        return runs.stream()
                .map(Run::status)
                .filter(status -> status != RunStatus.COMPLETED)
                .findFirst()
                .orElse(RunStatus.COMPLETED);
    }

    private static String modes(List<RunAnswer> answers) {
        return answers.stream()
                .map(answer -> String.valueOf(answer.mode()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String stops(List<RunAnswer> answers) {
        var reasons = answers.stream()
                .map(RunAnswer::stopReason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    /** One that goes on has no end. */
    private static @Nullable Instant end(List<RunAnswer> answers) {
        return answers.stream().anyMatch(answer -> answer.finishedAt() == null)
                ? null
                : answers.stream()
                        .map(RunAnswer::finishedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static <T> List<T> all(List<RunAnswer> answers, Function<RunAnswer, @Nullable List<T>> part) {
        return answers.stream()
                .map(part)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, Long> sum(
            List<RunAnswer> answers, Function<RunAnswer, @Nullable Map<String, Long>> part) {
        Map<String, Long> sums = new LinkedHashMap<>();
        answers.stream()
                .map(part)
                .filter(Objects::nonNull)
                .forEach(counts -> counts.forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
