package io.imagesweep.job;

import io.imagesweep.candidate.Candidates;
import io.imagesweep.ledger.PlanRows;
import io.imagesweep.ledger.RestorationRows;
import io.imagesweep.ledger.RunFacts;
import io.imagesweep.ledger.RunId;
import io.imagesweep.policy.Decision;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

/** The steps that write a plan and seal it. */
@Component
final class PlanSteps {

    private final Steps steps;
    private final Candidates candidates;
    private final Evidences evidences;
    private final PlanRows rows;
    private final SealPlan seal;
    private final UnknownImages unknown;
    private final RestorationRows restorations;
    private final Clock clock;

    PlanSteps(
            Steps steps,
            Candidates candidates,
            Evidences evidences,
            PlanRows rows,
            SealPlan seal,
            UnknownImages unknown,
            RestorationRows restorations,
            Clock clock) {
        this.steps = steps;
        this.candidates = candidates;
        this.evidences = evidences;
        this.rows = rows;
        this.seal = seal;
        this.unknown = unknown;
        this.restorations = restorations;
        this.clock = clock;
    }

    List<Step> of(Assignment assignment) {
        var plan = assignment.request().planId();
        if (plan == null) {
            return decided(assignment);
        }
        return assignment.request().restores() ? undone(assignment, plan) : copied(assignment, plan);
    }

    private List<Step> decided(Assignment assignment) {
        var pass = assignment.pass();
        return List.of(decide(assignment, wanted(assignment, image -> image.decide(pass))), steps.once("seal", _ -> {
            unknown.settle(assignment);
            seal.seal(assignment, pass.matches());
        }));
    }

    private Step decide(Assignment assignment, ItemProcessor<Considered, Decision> processor) {
        return steps.listened(
                new ChunkOrientedStepBuilder<Considered, Decision>("plan", steps.repository(), CandidateReader.PAGE)
                        .reader(new CandidateReader(candidates, evidences, assignment::readRegions))
                        .processor(processor)
                        .writer(new PlanWriter(rows, assignment.run().id()))
                        .transactionManager(DeletionSteps.noTransactions())
                        .build());
    }

    /** The pass sees every image, so that its counters are right; rows are written only for those that were asked for. */
    private static ItemProcessor<Considered, Decision> wanted(
            Assignment assignment, ItemProcessor<Considered, Decision> decide) {
        var images = assignment.request().images();
        if (images == null) {
            return decide;
        }
        var wanted = Set.copyOf(images);
        return image -> {
            var decision = decide.process(image);
            return wanted.contains(image.candidate().key()) ? decision : null;
        };
    }

    private List<Step> undone(Assignment assignment, RunId undone) {
        var run = assignment.run().id();
        return List.of(
                steps.once("plan", _ -> restorations.write(undone, run, clock.instant())),
                steps.once("seal", _ -> rows.seal(run, RunFacts.NONE)));
    }

    private List<Step> copied(Assignment assignment, RunId plan) {
        return List.of(
                steps.once("plan", _ -> rows.copy(plan, assignment.run().id())),
                steps.once("seal", _ -> seal.sealCopy(assignment, plan)));
    }
}
