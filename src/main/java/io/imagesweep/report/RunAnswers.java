package io.imagesweep.report;

import io.imagesweep.ledger.Outcome;
import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.PlanCount;
import io.imagesweep.ledger.PlanRows;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.Runs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells runs from the rows of the ledger. */
@Component
public final class RunAnswers {

    private final Runs runs;
    private final Outcomes outcomes;
    private final PlanRows plans;
    private final LeftOpen left;

    RunAnswers(Runs runs, Outcomes outcomes, PlanRows plans, LeftOpen left) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.plans = plans;
        this.left = left;
    }

    /** Gives what a person should know of a run's plan before anything else, a sentence each. */
    public List<String> warnings(RunId id) {
        return runs.find(id).orElseThrow().facts().warnings();
    }

    /** Gives what a run has left to later listings and runs, as the ledger knows it now, a sentence each. */
    public List<String> leftOpen(RunId id) {
        return left.by(runs.find(id).orElseThrow());
    }

    /** Tells the {@code limit} newest runs, newest first. */
    public List<RunAnswer> latest(int limit) {
        return runs.all(limit).stream().map(run -> of(run.id(), null)).toList();
    }

    /**
     * Tells one run.
     *
     * @param stopReason what the run just said of its end; null for what the ledger has of it
     */
    public RunAnswer of(RunId id, @Nullable String stopReason) {
        var run = runs.find(id).orElseThrow();
        var counts = counts(outcomes.of(id));
        return new RunAnswer(
                run.id().toString(),
                run.key().toString(),
                run.mode().word(),
                run.status().name(),
                run.planHash(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts,
                planned(run),
                missing(run),
                stopReason == null ? run.stopReason() : stopReason,
                run.startedAt(),
                run.finishedAt(),
                run.facts().images(),
                run.facts().warnings(),
                counts(outcomes.ofSnapshots(id)));
    }

    /** Tells the runs that {@code key} names as one. */
    public RunAnswer of(RunKey key, List<Run> ofKey) {
        var answers = ofKey.stream().map(run -> of(run.id(), null)).toList();
        var only = ofKey.size() == 1 && ofKey.getFirst().scope().shard() == null;
        return only ? answers.getFirst() : JoinedAnswer.of(key, ofKey, answers);
    }

    private List<String> missing(Run run) {
        return Stream.concat(run.facts().missing().stream(), left.by(run).stream())
                .toList();
    }

    private static Map<String, Long> counts(Map<Outcome, Long> outcomes) {
        Map<String, Long> counts = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome.name(), count));
        return counts;
    }

    private List<RunAnswer.Planned> planned(Run run) {
        return plans.planned(run.id()).stream().map(RunAnswers::planned).toList();
    }

    private static RunAnswer.Planned planned(PlanCount count) {
        return new RunAnswer.Planned(count.where().accountId(), count.where().regionId(), count.rule(), count.count());
    }
}
