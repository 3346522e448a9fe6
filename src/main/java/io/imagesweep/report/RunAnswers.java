package io.imagesweep.report;

import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.PlanCount;
import io.imagesweep.ledger.PlanRows;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.Runs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells runs from the rows of the ledger. */
@Component
public final class RunAnswers {

    private final Runs runs;
    private final Outcomes outcomes;
    private final PlanRows plans;

    RunAnswers(Runs runs, Outcomes outcomes, PlanRows plans) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.plans = plans;
    }

    /** Gives what a person should know of a run's plan before anything else, a sentence each. */
    public List<String> warnings(RunId id) {
        return runs.find(id).orElseThrow().facts().warnings();
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
        var counts = counts(run);
        return new RunAnswer(
                run.id().toString(),
                run.key().toString(),
                run.mode().word(),
                run.status().name(),
                run.planHash(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts,
                planned(run),
                run.facts().missing(),
                stopReason == null ? run.stopReason() : stopReason,
                run.startedAt(),
                run.finishedAt(),
                run.facts().images(),
                run.facts().warnings());
    }

    private Map<String, Long> counts(Run run) {
        Map<String, Long> counts = new LinkedHashMap<>();
        outcomes.of(run.id()).forEach((outcome, count) -> counts.put(outcome.name(), count));
        return counts;
    }

    private List<RunAnswer.Planned> planned(Run run) {
        return plans.planned(run.id()).stream().map(RunAnswers::planned).toList();
    }

    private static RunAnswer.Planned planned(PlanCount count) {
        return new RunAnswer.Planned(count.where().accountId(), count.where().regionId(), count.rule(), count.count());
    }
}
