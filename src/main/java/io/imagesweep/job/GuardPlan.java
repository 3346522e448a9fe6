package io.imagesweep.job;

import io.imagesweep.ledger.Baselines;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.Runs;
import io.imagesweep.policy.Exceeded;
import io.imagesweep.policy.Guard;
import io.imagesweep.policy.Limits;
import io.imagesweep.policy.PlanFigures;
import java.util.List;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Asks, before the first deletion, whether the whole plan is sane; the figures are those of the seal, so a resumed run gets the same answer. */
@Component
final class GuardPlan {

    private final Runs runs;
    private final Baselines baselines;

    GuardPlan(Runs runs, Baselines baselines) {
        this.runs = runs;
        this.baselines = baselines;
    }

    void check(Assignment assignment, StepExecution step) {
        Run run = runs.find(assignment.run().id()).orElseThrow();
        accept(assignment, run);
        var exceeded = Guard.check(
                assignment.request().policy().limits(),
                run.facts().figures(),
                run.scope().parts());
        if (exceeded.isEmpty()) {
            return;
        }
        var sentence = Exceeded.sentence(exceeded);
        if (assignment.request().live()) {
            stop(assignment, step, exceeded, sentence);
        } else {
            assignment.notes().remark("would stop: " + sentence);
        }
    }

    /** What the guard lets pass is where the next run measures from. */
    private void accept(Assignment assignment, Run run) {
        var plan = run.planId();
        var since =
                plan == null ? run.startedAt() : runs.find(plan).orElseThrow().startedAt();
        run.facts().figures().stream()
                .filter(figures -> figures.baseline() != null && letsPass(assignment.request(), figures))
                .forEach(figures -> baselines.accept(figures.where(), figures.candidates(), since));
    }

    /** A dry run stops nobody, so nobody may have noticed it: it lets pass no more than any run would by default. */
    private static boolean letsPass(RunRequest request, PlanFigures figures) {
        return !Guard.dropped(request.policy().limits(), figures)
                && (request.live() || !Guard.dropped(Limits.DEFAULTS, figures));
    }

    private static void stop(Assignment assignment, StepExecution step, List<Exceeded> exceeded, String sentence) {
        var notes = assignment.notes();
        notes.stopped(ExitCode.GUARDED, sentence);
        exceeded.stream().map(Exceeded::where).forEach(where -> {
            if (where != null) {
                notes.guarded(where);
            }
        });
        if (exceeded.stream().anyMatch(Exceeded::stopsRun)) {
            notes.guardedRun();
            step.setTerminateOnly();
        }
    }
}
