package io.imagesweep.job;

import static io.imagesweep.ledger.DatabaseRelay.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What Spring Batch records is recorded once, though the request or its answer was lost. */
@Timeout(120)
class LostJobRecordsIT {

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
    void findsAnInstanceWhoseAnswerWasLost() {
        PROGRAM.relay().loseAnswersTo(COMMIT, 1);

        var instance = PROGRAM.repository().createJobInstance("counting", PROGRAM.parameters());

        assertThat(PROGRAM.repository().getJobInstance("counting", PROGRAM.parameters()))
                .isEqualTo(instance);
    }

    @Test
    void findsAnExecutionWhoseAnswerWasLost() {
        var instance = PROGRAM.repository().createJobInstance("counting", PROGRAM.parameters());
        PROGRAM.relay().loseAnswersTo(COMMIT, 1);

        var job = PROGRAM.repository().createJobExecution(instance, PROGRAM.parameters(), new ExecutionContext());

        assertThat(PROGRAM.repository().getJobExecutions(instance)).containsExactly(job);
        assertThat(instance.getJobExecutions()).containsExactly(job);
    }

    @Test
    void createsAnExecutionAgainThatWasLostOnTheWay() {
        var instance = PROGRAM.repository().createJobInstance("counting", PROGRAM.parameters());
        PROGRAM.relay().loseRequests(COMMIT, 1);

        var job = PROGRAM.repository().createJobExecution(instance, PROGRAM.parameters(), new ExecutionContext());

        assertThat(PROGRAM.repository().getJobExecutions(instance)).containsExactly(job);
    }

    @Test
    void findsAStepWhoseAnswerWasLost() {
        var job = PROGRAM.startedJob();
        PROGRAM.relay().loseAnswersTo(COMMIT, 1);

        var step = PROGRAM.repository().createStepExecution("part", job);

        assertThat(PROGRAM.stored(job).getStepExecutions()).containsExactly(step);
        assertThat(job.getStepExecutions()).containsExactly(step);
    }

    @Test
    void createsAStepAgainThatWasLostOnTheWay() {
        var job = PROGRAM.startedJob();
        PROGRAM.relay().loseRequests(COMMIT, 1);

        var step = PROGRAM.repository().createStepExecution("part", job);

        assertThat(PROGRAM.stored(job).getStepExecutions()).containsExactly(step);
    }

    @Test
    void updatesAStepAgainWhoseAnswerWasLost() {
        var step = PROGRAM.startedStep();
        PROGRAM.relay().loseAnswersTo(COMMIT, 2);

        PROGRAM.updateTo(step, BatchStatus.STARTED);

        PROGRAM.updateTo(step, BatchStatus.COMPLETED);
        assertThat(PROGRAM.stored(step).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void updatesAStepAgainThatWasLostOnTheWay() {
        var step = PROGRAM.startedStep();
        PROGRAM.relay().loseRequests(COMMIT, 2);

        PROGRAM.updateTo(step, BatchStatus.STARTED);

        PROGRAM.updateTo(step, BatchStatus.COMPLETED);
        assertThat(PROGRAM.stored(step).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void updatesAJobAgainThatWasLostOnTheWay() {
        var job = PROGRAM.startedJob();
        PROGRAM.relay().loseRequests(COMMIT, 2);

        job.setStatus(BatchStatus.STARTED);
        PROGRAM.repository().update(job);

        job.setStatus(BatchStatus.COMPLETED);
        PROGRAM.repository().update(job);
        assertThat(PROGRAM.stored(job).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }
}
