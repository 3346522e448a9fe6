package io.imagesweep.job;

import java.io.Console;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells, while images are deleted, how far that is: as a bar on a terminal, elsewhere as a line of the log every 10 s. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int WIDTH = 30;

    private volatile long total;
    private volatile long startedAt = System.nanoTime();
    private final LongAdder ended = new LongAdder();
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    /** The deleting begins, of {@code images}. */
    void begin(long images) {
        total = images;
        startedAt = System.nanoTime();
    }

    /** So many more images have their outcome. */
    void ended(long images) {
        ended.add(images);
    }

    /** Begins to tell, until closed. */
    Telling tell() {
        var end = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("progress").start(() -> sayUntil(end));
        return end::countDown;
    }

    private void sayUntil(CountDownLatch end) {
        try {
            while (!end.await(terminal ? 1 : 10, TimeUnit.SECONDS)) {
                say();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal && total > 0) {
            say();
            System.err.println();
        }
    }

    private void say() {
        if (total == 0) {
            return; // nothing to delete, or not yet
        }
        if (terminal) {
            System.err.print("\r" + bar() + " " + line());
        } else {
            LOG.info("Deleting: {}", line());
        }
    }

    private String bar() {
        int full = total == 0 ? WIDTH : (int) (WIDTH * Math.min(ended.sum(), total) / total);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
    }

    String line() {
        long done = ended.sum();
        double perSecond = done / Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        return "%d of %d images, %.1f/s, %s left".formatted(done, total, perSecond, left(total - done, perSecond));
    }

    private static String left(long images, double perSecond) {
        if (images <= 0) {
            return "nothing";
        }
        return perSecond == 0
                ? "?"
                : Duration.ofSeconds((long) (images / perSecond) + 1)
                        .toString()
                        .substring(2)
                        .toLowerCase(Locale.ROOT);
    }

    /** Ends the telling. */
    interface Telling extends AutoCloseable {
        @Override
        void close();
    }
}
