package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.deletion.RemoverSource;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunLock;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Runs;
import io.imagesweep.ledger.Snapshots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The job {@code image-cleanup}: the order of its steps. */
@Component
final class CleanupJob {

    static final String NAME = "image-cleanup";

    private final Steps steps;
    private final SettleLeftOvers settle;
    private final SyncRegion sync;
    private final PlanSteps plan;
    private final GuardPlan guard;
    private final DeletionSteps deletions;
    private final ConfirmRegion confirm;
    private final RemoverSource removers;
    private final OpenDeletions open;
    private final Snapshots snapshots;
    private final Runs runs;

    CleanupJob(
            Steps steps,
            SettleLeftOvers settle,
            SyncRegion sync,
            PlanSteps plan,
            GuardPlan guard,
            DeletionSteps deletions,
            ConfirmRegion confirm,
            RemoverSource removers,
            OpenDeletions open,
            Snapshots snapshots,
            Runs runs) {
        this.steps = steps;
        this.settle = settle;
        this.sync = sync;
        this.plan = plan;
        this.guard = guard;
        this.deletions = deletions;
        this.confirm = confirm;
        this.removers = removers;
        this.open = open;
        this.snapshots = snapshots;
        this.runs = runs;
    }

    /** A run that changes nothing. */
    Job dry(Assignment assignment) {
        return inOrder(planned(assignment));
    }

    /** A run that changes images, under {@code lock}: it alone creates the object that can. */
    Job live(Assignment assignment, RunLock lock, Progress progress) {
        var remover = removers.remover();
        var run = assignment.run();
        var notes = assignment.notes();
        List<Step> order = new ArrayList<>();
        order.add(steps.forEachDo(
                "settle", true, assignment::regions, where -> settle.settle(where, run.key(), notes, remover)));
        order.addAll(planned(assignment));
        order.add(steps.always("begin", _ -> begin(run.id(), progress)));
        order.add(steps.forEach(
                "delete", true, () -> toDelete(assignment), deletions.of(assignment, lock, progress, remover)));
        order.add(steps.forEachDo(
                "confirm",
                true,
                () -> confirm.regions(assignment),
                where -> confirm.confirm(where, assignment, lock, remover)));
        order.add(steps.always("complete", step -> complete(run.id(), step)));
        return inOrder(order);
    }

    /** The refresh of the retention database alone. */
    Job syncOnly(Collection<AccountRegion> regions, RunNotes notes) {
        return inOrder(sync(regions, notes));
    }

    /** A live run that reaches nothing seals no plan, so that its key is not done. */
    private static void reach(Assignment assignment, StepExecution step) {
        assignment.unreached().ifPresent(sentence -> {
            assignment.notes().remark(sentence);
            step.setTerminateOnly();
        });
    }

    /** A job that is complete never starts again, so it must not be while an image, or a snapshot that may go, has no outcome. */
    private void complete(RunId run, StepExecution step) {
        if (open.count(run) > 0 || snapshots.unfinished(run) > 0) {
            step.setTerminateOnly();
        }
    }

    private void begin(RunId run, Progress progress) {
        runs.status(run, RunStatus.RUNNING);
        progress.begin(open.count(run));
    }

    private List<Step> planned(Assignment assignment) {
        List<Step> order = new ArrayList<>();
        if (assignment.request().sync()) {
            order.addAll(sync(assignment.readRegions(), assignment.notes()));
        }
        if (assignment.request().live()) {
            order.add(steps.always("reach", step -> reach(assignment, step)));
        }
        order.addAll(plan.of(assignment));
        if (!assignment.request().restores()) {
            order.add(steps.always("guard", step -> guard.check(assignment, step)));
        }
        return order;
    }

    private List<Step> sync(Collection<AccountRegion> regions, RunNotes notes) {
        return List.of(
                steps.forEachDo("sync", false, () -> regions, where -> sync.images(where, notes)),
                steps.forEachDo("references", false, () -> regions, where -> sync.references(where, notes)));
    }

    private List<AccountRegion> toDelete(Assignment assignment) {
        var ours = assignment.readRegions();
        return open.regions(assignment.run().id()).stream()
                .filter(ours::contains)
                .filter(where -> !assignment.notes().isGuarded(where))
                .toList();
    }

    private Job inOrder(List<Step> order) {
        var job = new JobBuilder(NAME, steps.repository()).start(order.getFirst());
        order.stream().skip(1).forEach(job::next);
        return job.build();
    }
}
