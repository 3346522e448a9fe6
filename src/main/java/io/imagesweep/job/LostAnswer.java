package io.imagesweep.job;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.batch.core.Entity;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** What the job repository may have stored although its answer was lost; looked for before a call is repeated. */
@FunctionalInterface
interface LostAnswer {

    /** Finds the answer in what is {@code stored}; none: the call is to be repeated. */
    Optional<Object> in(JobRepository stored);

    /** Remembers what is known before the first try of {@code call}. */
    static LostAnswer to(MethodInvocation call) {
        return switch (call.getMethod().getName()) {
            case "createJobInstance" ->
                toCreating(argument(call, 0, String.class), argument(call, 1, JobParameters.class));
            case "createJobExecution" -> toCreatingIn(argument(call, 0, JobInstance.class));
            case "createStepExecution" -> toCreatingIn(argument(call, 1, JobExecution.class));
            case "update" -> toUpdating(argument(call, 0, Entity.class));
            default -> _ -> Optional.empty();
        };
    }

    private static <T> T argument(MethodInvocation call, int index, Class<T> type) {
        return Objects.requireNonNull(type.cast(call.getArguments()[index]));
    }

    private static LostAnswer toCreating(String name, JobParameters parameters) {
        return stored -> Optional.ofNullable(stored.getJobInstance(name, parameters));
    }

    private static LostAnswer toCreatingIn(JobInstance instance) {
        var before = instance.getJobExecutions();
        return stored -> added(before, instance.getJobExecutions(), stored.getJobExecutions(instance));
    }

    private static LostAnswer toCreatingIn(JobExecution job) {
        var before = job.getStepExecutions();
        return stored -> Optional.ofNullable(stored.getJobExecution(job.getId()))
                .flatMap(row -> added(before, job.getStepExecutions(), row.getStepExecutions()));
    }

    /** The repository adds what it creates to its parent before the commit, so memory alone proves nothing. */
    private static <E extends Entity> Optional<Object> added(
            Collection<E> before, Collection<E> now, Collection<E> stored) {
        return now.stream()
                .filter(child -> !before.contains(child))
                .filter(stored::contains)
                .map(Object.class::cast)
                .findFirst();
    }

    /** An update counts its version up before the commit, so the one in memory may not be the one in the row. */
    private static LostAnswer toUpdating(Entity entity) {
        return stored -> {
            row(entity, stored)
                    .map(Entity::getVersion)
                    .filter(version -> oneApart(entity, version))
                    .ifPresent(entity::setVersion);
            return Optional.empty();
        };
    }

    private static Optional<? extends Entity> row(Entity entity, JobRepository stored) {
        return entity instanceof StepExecution
                ? Optional.ofNullable(stored.getStepExecution(entity.getId()))
                : Optional.ofNullable(stored.getJobExecution(entity.getId()));
    }

    /** More than one apart is not our doing: Spring Batch refuses it. */
    private static boolean oneApart(Entity entity, int version) {
        var known = entity.getVersion();
        return known != null && Math.abs(known - version) == 1;
    }
}
