package io.imagesweep.job;

import static io.imagesweep.ledger.DatabaseRelay.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.ledger.DatabaseAway;
import io.imagesweep.ledger.DatabaseStayedAway;
import io.imagesweep.ledger.Fence;
import io.imagesweep.ledger.FenceMoved;
import io.imagesweep.ledger.RunId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.aop.support.AopUtils;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the repository repeats and what it leaves alone. */
@Timeout(120)
class OutlastingJobRepositoryIT {

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
    void isWhatTheOperatorAndTheStepsGet() {
        assertThat(AopUtils.isAopProxy(PROGRAM.repository())).isTrue();
        assertThat(PROGRAM.repository().toString()).isNotEmpty();
    }

    @Test
    void repeatsNothingOnceTheFenceHasMoved() {
        var step = PROGRAM.startedStep();
        PROGRAM.guardBy(new Fence(RunId.next(), () -> 8, 7));
        PROGRAM.relay().loseRequests(COMMIT, 1);

        assertThatThrownBy(() -> PROGRAM.updateTo(step, BatchStatus.STARTED)).isInstanceOf(FenceMoved.class);
        assertThat(PROGRAM.stored(step).getStatus()).isEqualTo(BatchStatus.STARTING);
    }

    @Test
    void leavesTheLockingOfSpringBatchAlone() {
        var step = PROGRAM.startedStep();
        PROGRAM.updateTo(PROGRAM.stored(step), BatchStatus.STARTED);

        assertThatThrownBy(() -> PROGRAM.updateTo(step, BatchStatus.COMPLETED))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void takesNoVersionAsItsOwnThatIsMoreThanOneAhead() {
        var step = PROGRAM.startedStep();
        var other = PROGRAM.stored(step);
        PROGRAM.updateTo(other, BatchStatus.STARTED);
        PROGRAM.updateTo(other, BatchStatus.STARTED);
        PROGRAM.relay().loseRequests("SELECT VERSION", 1);

        assertThatThrownBy(() -> PROGRAM.updateTo(step, BatchStatus.COMPLETED))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void repeatsNothingWithinATransactionOfTheDatabase() {
        var step = PROGRAM.startedStep();
        var repeated = new AtomicLong();
        PROGRAM.guardBy(new Fence(RunId.next(), repeated::incrementAndGet, 1));

        assertThatThrownBy(() -> transactions().executeWithoutResult(_ -> {
                    PROGRAM.getBean(JdbcClient.class).sql("select 1").query().singleRow();
                    PROGRAM.relay().drop();
                    PROGRAM.updateTo(step, BatchStatus.STARTED);
                }))
                .isNotInstanceOf(DatabaseStayedAway.class)
                .matches(DatabaseAway::saidBy);
        assertThat(repeated).hasValue(0);
    }

    @Test
    void repeatsWhereTheTransactionOfAStepIsBoundToALostConnection() {
        var step = PROGRAM.startedStep();
        var jdbc = PROGRAM.getBean(JdbcClient.class);
        var fence = new Fence(
                RunId.next(), () -> jdbc.sql("select 7").query(Long.class).single(), 7);
        PROGRAM.guardBy(fence);

        new TransactionTemplate(new ResourcelessTransactionManager()).executeWithoutResult(_ -> {
            assertThat(fence.held()).isEqualTo(fence.stored().getAsLong());
            PROGRAM.relay().drop();
            PROGRAM.relay().loseRequests(COMMIT, 1);
            PROGRAM.updateTo(step, BatchStatus.STARTED);
        });

        assertThat(PROGRAM.stored(step).getStatus()).isEqualTo(BatchStatus.STARTED);
    }

    @Test
    void storesAStepAndAJobAsFailedRatherThanUnknown() {
        var step = PROGRAM.startedStep();
        var job = step.getJobExecution();
        job.setStatus(BatchStatus.UNKNOWN);

        PROGRAM.updateTo(step, BatchStatus.UNKNOWN);
        PROGRAM.repository().update(job);

        assertThat(PROGRAM.stored(step).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(PROGRAM.stored(job).getStatus()).isEqualTo(BatchStatus.FAILED);
    }

    private static TransactionTemplate transactions() {
        return new TransactionTemplate(PROGRAM.getBean(DataSourceTransactionManager.class));
    }
}
