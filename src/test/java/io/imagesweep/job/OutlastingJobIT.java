package io.imagesweep.job;

import static io.imagesweep.job.CountingJob.CHUNK;
import static io.imagesweep.job.CountingJob.CHUNKS;
import static io.imagesweep.job.CountingJob.NUMBERS;
import static io.imagesweep.ledger.DatabaseRelay.COMMIT;
import static io.imagesweep.ledger.RestartableDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.ledger.DatabaseStayedAway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/** A job completes whatever the database does meanwhile. */
@Timeout(120)
class OutlastingJobIT {

    private static final CountingProgram PROGRAM = new CountingProgram();

    @BeforeEach
    void begin() {
        PROGRAM.begin();
    }

    @AfterAll
    static void end() {
        PROGRAM.close();
    }

    @Test
    void completesAJobOverRestartsAndCuts() {
        CHUNKS.drainPermits();
        var running = CompletableFuture.supplyAsync(PROGRAM::run);

        for (var outage : List.<Runnable>of(
                OutlastingJobIT::restart,
                OutlastingJobIT::cut,
                PROGRAM.relay()::drop,
                OutlastingJobIT::restart,
                OutlastingJobIT::cut)) {
            var before = PROGRAM.written();
            CHUNKS.release(15);
            await().until(() -> PROGRAM.written() > before);
            outage.run();
            await().until(() -> PROGRAM.written() == before + 15 * CHUNK);
        }
        CHUNKS.release(NUMBERS);

        assertThat(running.join().getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(PROGRAM.written()).isEqualTo(NUMBERS);
        assertThat(PROGRAM.stored(running.join()).getStepExecutions())
                .hasSize(4)
                .allMatch(step -> step.getStatus() == BatchStatus.COMPLETED);
    }

    @Test
    void completesAJobThatLosesAnswersToItsCommits() {
        PROGRAM.relay().loseSomeAnswersTo(COMMIT, 20);

        var done = PROGRAM.run();

        assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(PROGRAM.written()).isEqualTo(NUMBERS);
        assertThat(PROGRAM.stored(done).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(executions(done)).isEqualTo(1);
    }

    @Test
    void completesAJobWhoseCommitsAreLostOnTheWay() {
        PROGRAM.relay().loseSomeRequests(COMMIT, 20);

        var done = PROGRAM.run();

        assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(PROGRAM.written()).isEqualTo(NUMBERS);
    }

    @Test
    void letsAJobStartAgainAfterOutagesThatWereTooLong() {
        try (var impatient = PROGRAM.start("0s")) {
            PROGRAM.relay().loseSomeRequests(COMMIT, 15);

            var starts = 1;
            while (!completes(impatient)) {
                starts++;
            }

            assertThat(starts).isBetween(3, 16);
            assertThat(PROGRAM.written()).isEqualTo(NUMBERS);
        }
    }

    /** Recovers and starts the job as a new process does. */
    private static boolean completes(ConfigurableApplicationContext program) {
        var known = program.getBean(JobRepository.class);
        try {
            var instance = known.getJobInstance("counting", PROGRAM.parameters());
            if (instance != null) {
                recover(program, instance);
            }
            return PROGRAM.run(program).getStatus() == BatchStatus.COMPLETED;
        } catch (DatabaseStayedAway away) {
            return false;
        }
    }

    private static void recover(ConfigurableApplicationContext program, JobInstance instance) {
        var known = program.getBean(JobRepository.class);
        var last = known.getLastJobExecution(instance);
        if (last == null) {
            known.deleteJobInstance(instance);
        } else {
            program.getBean(JobOperator.class).recover(last);
        }
    }

    private static void restart() {
        PROGRAM.database().stop();
        PROGRAM.database().start();
    }

    private static void cut() {
        PROGRAM.relay().cut();
        var tried = PROGRAM.relay().accepted();
        await().until(() -> PROGRAM.relay().accepted() > tried + 3);
        PROGRAM.relay().open();
    }

    private static int executions(JobExecution job) {
        return PROGRAM.repository().getJobExecutions(job.getJobInstance()).size();
    }
}
