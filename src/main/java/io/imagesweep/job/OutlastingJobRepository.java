package io.imagesweep.job;

import io.imagesweep.ledger.Fence;
import io.imagesweep.ledger.Patience;
import io.imagesweep.ledger.RunningTransaction;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats what Spring Batch asks of its job repository while the database is away. Within a transaction of the
 * database nothing is repeated: its connection is lost with it. What Spring Batch calls UNKNOWN after an outage that
 * was too long is stored as FAILED: a run goes on from its rows, and an UNKNOWN one could never be started again.
 */
@Component
final class OutlastingJobRepository implements MethodInterceptor {

    private final DataSourceTransactionManager manager;
    private final TransactionTemplate transactions;
    private final Patience patience;
    private volatile Fence fence = Fence.none();

    OutlastingJobRepository(DataSourceTransactionManager manager, Patience patience) {
        this.manager = manager;
        this.transactions = new TransactionTemplate(manager);
        this.patience = patience;
    }

    /** From now on repeats nothing once {@code fence} has moved: the rows belong to another process then. */
    void guardBy(Fence fence) {
        this.fence = fence;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        failRatherThanUnknown(call.getArguments());
        if (RunningTransaction.of(manager)) {
            return call.proceed();
        }
        var lost = LostAnswer.to(call);
        return patience.outlast(() -> proceed(call), () -> repeat(call, lost));
    }

    private @Nullable Object repeat(MethodInvocation call, LostAnswer lost) throws Throwable {
        // Only the owner of the rows may take their versions as its own. The check has a transaction of its own,
        // since that of a step may still be bound to a lost connection.
        transactions.executeWithoutResult(_ -> fence.check());
        var found = lost.in((JobRepository) Objects.requireNonNull(call.getThis()));
        return found.isPresent() ? found.get() : proceed(call);
    }

    private static void failRatherThanUnknown(@Nullable Object[] arguments) {
        for (var argument : arguments) {
            switch (argument) {
                case StepExecution step
                when step.getStatus() == BatchStatus.UNKNOWN -> step.setStatus(BatchStatus.FAILED);
                case JobExecution job when job.getStatus() == BatchStatus.UNKNOWN -> job.setStatus(BatchStatus.FAILED);
                case null, default -> {}
            }
        }
    }

    private static @Nullable Object proceed(MethodInvocation call) throws Throwable {
        return ((ProxyMethodInvocation) call).invocableClone().proceed();
    }
}
