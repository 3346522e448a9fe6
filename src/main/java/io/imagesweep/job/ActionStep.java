package io.imagesweep.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/** A step that does one thing, without a transaction around it. */
final class ActionStep extends AbstractStep {

    private final Action action;

    ActionStep(String name, JobRepository repository, Action action) {
        super(repository);
        setName(name);
        this.action = action;
    }

    @Override
    protected void doExecute(StepExecution step) {
        action.run(step);
    }

    /** What the step does; it may mark the step terminate-only. */
    interface Action {
        void run(StepExecution step);
    }
}
