package io.imagesweep.job;

import static io.imagesweep.job.CountingJob.CHUNKS;
import static io.imagesweep.job.CountingJob.NUMBERS;

import io.imagesweep.ledger.DatabaseRelay;
import io.imagesweep.ledger.Fence;
import io.imagesweep.ledger.RestartableDatabase;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program of the {@link CountingJob} on a database that goes away as told. */
final class CountingProgram implements AutoCloseable {

    private final RestartableDatabase database = new RestartableDatabase();
    private final ConfigurableApplicationContext context = start("1m");
    private final AtomicLong runs = new AtomicLong();

    /** Begins a test: another run, no number written, nothing guarded. */
    void begin() {
        runs.incrementAndGet();
        CHUNKS.release(NUMBERS);
        guardBy(Fence.none());
        database.direct()
                .sql("create table if not exists number (value int primary key)")
                .update();
        database.direct().sql("truncate number").update();
    }

    /** Another process of the program, which waits for the database as long as told. */
    ConfigurableApplicationContext start(String maxWait) {
        return new SpringApplicationBuilder(CountingJob.class)
                .web(WebApplicationType.NONE)
                .properties(
                        // The settings of the product name a database and a schema that are not there.
                        "spring.config.name=counting",
                        // Without it the driver names the statement COMMIT once and sends only the name from then on.
                        "spring.datasource.url=" + database.url() + "?socketTimeout=3&prepareThreshold=0",
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.datasource.hikari.connection-timeout=1000",
                        "spring.batch.jdbc.initialize-schema=always",
                        "spring.batch.jdbc.isolation-level-for-create=read_committed",
                        "imagesweep.database.max-wait=" + maxWait)
                .run();
    }

    RestartableDatabase database() {
        return database;
    }

    DatabaseRelay relay() {
        return database.relay();
    }

    <T> T getBean(Class<T> type) {
        return context.getBean(type);
    }

    JobRepository repository() {
        return getBean(JobRepository.class);
    }

    void guardBy(Fence fence) {
        getBean(OutlastingJobRepository.class).guardBy(fence);
    }

    /** The parameters of this test's run. */
    JobParameters parameters() {
        return new JobParametersBuilder().addLong("run", runs.get()).toJobParameters();
    }

    JobExecution run() {
        return run(context);
    }

    JobExecution run(ConfigurableApplicationContext process) {
        try {
            return process.getBean(JobOperator.class).start(process.getBean(Job.class), parameters());
        } catch (JobExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    JobExecution startedJob() {
        var instance = repository().createJobInstance("counting", parameters());
        return repository().createJobExecution(instance, parameters(), new ExecutionContext());
    }

    StepExecution startedStep() {
        return repository().createStepExecution("part", startedJob());
    }

    void updateTo(StepExecution step, BatchStatus status) {
        step.setStatus(status);
        repository().update(step);
    }

    StepExecution stored(StepExecution step) {
        return Objects.requireNonNull(repository().getStepExecution(step.getId()));
    }

    JobExecution stored(JobExecution job) {
        return Objects.requireNonNull(repository().getJobExecution(job.getId()));
    }

    /** How many numbers the job has written. */
    int written() {
        return database.direct()
                .sql("select count(*) from number")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
