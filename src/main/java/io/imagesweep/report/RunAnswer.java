package io.imagesweep.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command that is a run answers, for a machine. What does not exist is null.
 *
 * @param candidates the images that were decided on: the sum of all outcomes
 * @param outcomes the number of images by outcome
 * @param planned what would go or went, by account, region and rule
 * @param ruleMatches how many images each protection, by {@code protect.KEY}, and each rule met
 * @param warnings what a person should know before anything else, a sentence each
 * @param missing what could not be read, and what the run has left to others by now, a sentence each
 * @param snapshots the number of snapshots behind deleted images by outcome
 */
@JsonPropertyOrder({
    "runId",
    "runKey",
    "mode",
    "status",
    "planHash",
    "candidates",
    "outcomes",
    "planned",
    "missing",
    "stopReason",
    "startedAt",
    "finishedAt",
    "ruleMatches",
    "warnings",
    "snapshots"
})
public record RunAnswer(
        @Nullable String runId,
        @Nullable String runKey,
        @Nullable String mode,
        @Nullable String status,
        @Nullable String planHash,
        @Nullable Long candidates,
        @Nullable Map<String, Long> outcomes,
        @Nullable List<Planned> planned,
        List<String> missing,
        @Nullable String stopReason,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Map<String, Long> ruleMatches,
        List<String> warnings,
        Map<String, Long> snapshots) {

    /** The same with {@code more} that is missing as of now. */
    public RunAnswer missingToo(List<String> more) {
        return new RunAnswer(
                runId,
                runKey,
                mode,
                status,
                planHash,
                candidates,
                outcomes,
                planned,
                Stream.concat(missing.stream(), more.stream()).distinct().toList(),
                stopReason,
                startedAt,
                finishedAt,
                ruleMatches,
                warnings,
                snapshots);
    }

    /** The answer where no run was begun. */
    public static RunAnswer withoutRun(List<String> missing, @Nullable String stopReason) {
        return new RunAnswer(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                missing,
                stopReason,
                null,
                null,
                Map.of(),
                List.of(),
                Map.of());
    }

    /** How many images one rule lets go in one account and region. */
    @JsonPropertyOrder({"account", "region", "rule", "count"})
    public record Planned(
            String account, String region, @Nullable String rule, long count) {}
}
