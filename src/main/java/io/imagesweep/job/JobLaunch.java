package io.imagesweep.job;

import io.imagesweep.ledger.RunId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Starts the job of a run, or restarts it where a dead process left it. */
@Component
final class JobLaunch {

    private final JobOperator operator;
    private final JobRepository repository;

    JobLaunch(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** Runs the job to its end. The only identifying parameter is the run's id. */
    JobExecution start(Job job, RunId run) {
        var parameters =
                new JobParametersBuilder().addString("run_id", run.toString()).toJobParameters();
        recover(parameters);
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job of run " + run + " cannot start: " + e.getMessage(), e);
        }
    }

    /**
     * Marks what a dead process left as running or unknown as failed, so that it can start again. Safe only under the lock of
     * the run's key: nobody can tell a dead run from a live one otherwise.
     */
    private void recover(JobParameters parameters) {
        var instance = repository.getJobInstance(CleanupJob.NAME, parameters);
        if (instance == null) {
            return;
        }
        var last = repository.getLastJobExecution(instance);
        if (last == null) {
            // A process died between the two first writes of a start; no start gets past such an instance.
            repository.deleteJobInstance(instance);
            return;
        }
        last.getStepExecutions().stream()
                .filter(step -> leftBehind(step.getStatus()))
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                    repository.update(step);
                });
        if (leftBehind(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            last.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
            repository.update(last);
        }
    }

    private static boolean leftBehind(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
