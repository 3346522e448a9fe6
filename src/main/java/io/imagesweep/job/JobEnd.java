package io.imagesweep.job;

import io.imagesweep.ledger.DatabaseStayedAway;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** Whether the job did all its steps. */
enum JobEnd {
    COMPLETED,
    STOPPED,
    FAILED;

    private static final Logger LOG = LoggerFactory.getLogger(JobEnd.class);

    /** Reads the end of {@code execution}, and notes each failure that nobody expected. */
    static JobEnd of(JobExecution execution, RunNotes notes) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return COMPLETED;
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return STOPPED;
        }
        note(execution, notes);
        return FAILED;
    }

    private static void note(JobExecution execution, RunNotes notes) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        failures.stream()
                .map(JobEnd::outage)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(away -> notes.stopped(ExitCode.RESUMABLE, String.valueOf(away.getMessage())));
        // Spring Batch says in words of its own that a step stopped or that one of its partitions failed.
        var causes = failures.stream()
                .filter(failure -> outage(failure).isEmpty() && !(failure instanceof JobExecutionException))
                .toList();
        causes.forEach(failure -> {
            LOG.error("The run failed", failure);
            notes.stopped(ExitCode.ERROR, failure.toString());
        });
        if (causes.isEmpty()
                && failures.stream().allMatch(failure -> outage(failure).isEmpty())) {
            notes.stopped(ExitCode.ERROR, "the job ended " + execution.getStatus());
        }
    }

    private static Optional<Throwable> outage(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(DatabaseStayedAway.class::isInstance)
                .findFirst();
    }
}
