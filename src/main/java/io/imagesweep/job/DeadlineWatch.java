package io.imagesweep.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stops a run when its time is over. */
@Component
final class DeadlineWatch {

    private final RunStop stop;

    DeadlineWatch(RunStop stop) {
        this.stop = stop;
    }

    /** Watches until closed; without a deadline it does nothing. */
    Watch over(@Nullable Duration deadline, RunNotes notes) {
        var ended = new CountDownLatch(1);
        if (deadline != null) {
            Thread.ofVirtual().name("deadline").start(() -> wait(deadline, ended, notes));
        }
        return ended::countDown;
    }

    private void wait(Duration deadline, CountDownLatch ended, RunNotes notes) {
        try {
            if (!ended.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                notes.stopped(
                        ExitCode.RESUMABLE,
                        "the deadline of " + deadline + " was reached; the same key resumes the run");
                stop.request();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
