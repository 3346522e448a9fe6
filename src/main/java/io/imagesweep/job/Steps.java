package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/** Makes the steps of the job, each known to {@link RunStop}. */
@Component
final class Steps {

    private static final String ACCOUNT = "account";
    private static final String REGION = "region";

    private final JobRepository repository;
    private final RunStop stop;

    Steps(JobRepository repository, RunStop stop) {
        this.repository = repository;
        this.stop = stop;
    }

    JobRepository repository() {
        return repository;
    }

    /** A step that a restart does not repeat once it is complete. */
    Step once(String name, ActionStep.Action action) {
        return listened(new ActionStep(name, repository, action));
    }

    /** A step that each restart does again. */
    Step always(String name, ActionStep.Action action) {
        var step = listened(new ActionStep(name, repository, action));
        step.setAllowStartIfComplete(true);
        return step;
    }

    /**
     * A step with one partition for each account and region, side by side, each with a step of its own.
     *
     * @param again whether a restart does it again although it was complete
     */
    Step forEach(String name, boolean again, Supplier<Collection<AccountRegion>> regions, PartitionStep partitionStep) {
        return new StepBuilder(name, repository)
                .allowStartIfComplete(again)
                .listener(stop)
                .partitioner(name, partitioner(regions))
                .step(new RegionStep(name, again, where -> listened(partitionStep.of(name + ":" + where, where))))
                .taskExecutor(new VirtualThreadTaskExecutor(name + "-"))
                .build();
    }

    /** The same, where each partition does one thing. */
    Step forEachDo(
            String name, boolean again, Supplier<Collection<AccountRegion>> regions, Consumer<AccountRegion> action) {
        return forEach(
                name,
                again,
                regions,
                (partition, where) -> new ActionStep(partition, repository, _ -> action.accept(where)));
    }

    <S extends AbstractStep> S listened(S step) {
        step.registerStepExecutionListener(stop);
        return step;
    }

    private static Partitioner partitioner(Supplier<Collection<AccountRegion>> regions) {
        return gridSize -> {
            Map<String, ExecutionContext> partitions = new TreeMap<>();
            regions.get().forEach(where -> partitions.put(where.toString(), contextOf(where)));
            return partitions;
        };
    }

    private static ExecutionContext contextOf(AccountRegion where) {
        var context = new ExecutionContext();
        context.putString(ACCOUNT, where.accountId());
        context.putString(REGION, where.regionId());
        return context;
    }

    /** Runs, for each partition, the step of its account and region. */
    private record RegionStep(String name, boolean again, Function<AccountRegion, AbstractStep> stepOf)
            implements Step {

        @Override
        public String getName() {
            return name;
        }

        /** The partitions take it from here, not from the step that splits. */
        @Override
        public boolean isAllowStartIfComplete() {
            return again;
        }

        @Override
        public void execute(StepExecution step) throws JobInterruptedException {
            var context = step.getExecutionContext();
            var where = new AccountRegion(context.getString(ACCOUNT), context.getString(REGION));
            stepOf.apply(where).execute(step);
        }
    }

    /** Makes the step of one partition. */
    interface PartitionStep {
        AbstractStep of(String name, AccountRegion where);
    }
}
