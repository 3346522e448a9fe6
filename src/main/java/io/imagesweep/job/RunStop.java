package io.imagesweep.job;

import io.imagesweep.ledger.Patience;
import io.imagesweep.quota.Paces;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops a run at its next safe point: on a signal, or at its deadline. Marks the live steps terminate-only; a stop through
 * the job operator, or an interrupt, would lose work.
 */
@Component
final class RunStop implements SmartLifecycle, StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunStop.class);

    /** Less than the application's own patience per shutdown phase. */
    private static final long PATIENCE_SECONDS = 35;

    private final Paces paces;
    private final Patience patience;
    private final Set<StepExecution> live = ConcurrentHashMap.newKeySet();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean busy;
    private volatile boolean running;

    RunStop(Paces paces, Patience patience) {
        this.paces = paces;
        this.patience = patience;
    }

    /** Waits for {@code time}, and says whether it has passed without a stop. */
    boolean rest(Duration time) {
        try {
            return !asked.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the run to stop: nothing new starts, what is on its way is waited for and recorded. */
    void request() {
        asked.countDown();
        paces.stopAll();
        patience.giveUpWithin(Duration.ofSeconds(PATIENCE_SECONDS - 10));
        live.forEach(StepExecution::setTerminateOnly);
    }

    boolean requested() {
        return asked.getCount() == 0;
    }

    /** From here on the program's end waits for {@link #finished()}. */
    void started() {
        busy = true;
    }

    /** The run has said its last word. */
    void finished() {
        ended.countDown();
    }

    @Override
    public void beforeStep(StepExecution step) {
        live.add(step);
        if (step.getStepName().indexOf(':') < 0) {
            LOG.info("Step: {}", step.getStepName());
        }
        if (requested()) {
            step.setTerminateOnly();
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        live.remove(step);
        return step.getExitStatus();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!busy || ended.getCount() == 0) {
            return;
        }
        request();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("The run did not end within " + PATIENCE_SECONDS + " s of the signal; its key resumes it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
