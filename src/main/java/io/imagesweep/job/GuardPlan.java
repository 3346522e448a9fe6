package io.imagesweep.job;

import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.Runs;
import io.imagesweep.policy.Exceeded;
import io.imagesweep.policy.Guard;
import java.util.List;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Asks, before the first deletion, whether the whole plan is sane; the figures are those of the seal, so a resumed run gets the same answer. */
@Component
final class GuardPlan {

    private final Runs runs;

    GuardPlan(Runs runs) {
        this.runs = runs;
    }

    void check(Assignment assignment, StepExecution step) {
        Run run = runs.find(assignment.run().id()).orElseThrow();
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
