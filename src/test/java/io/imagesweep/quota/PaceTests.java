package io.imagesweep.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration TEN_MILLIS = Duration.ofMillis(10);

    private final Pace fast = new Pace(6_000, CLOCK);
    private final Pace slow = new Pace(1, CLOCK);

    @Test
    void givesOnePermitPerInterval() {
        long start = System.nanoTime();
        var pace = new Pace(6_000, CLOCK);

        for (int permit = 0; permit < 50; permit++) {
            assertThat(pace.acquire()).isTrue();
            assertThat(since(start)).isGreaterThanOrEqualTo(TEN_MILLIS.multipliedBy(permit));
        }
    }

    @Test
    void givesOnePermitPerIntervalHoweverManyWait() {
        long start = System.nanoTime();
        var pace = new Pace(6_000, CLOCK);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(_ -> threads.execute(pace::acquire));
        }

        assertThat(since(start)).isGreaterThanOrEqualTo(TEN_MILLIS.multipliedBy(49));
    }

    @Test
    void savesNoPermitsUpWhileNobodyAsks() {
        fast.acquire();
        for (int spell = 0; spell < 5; spell++) {
            fast.rest(TEN_MILLIS.multipliedBy(12).plusMillis(spell));

            long start = System.nanoTime();
            acquire(4);
            assertThat(since(start)).isGreaterThanOrEqualTo(TEN_MILLIS.multipliedBy(3));
        }
    }

    @Test
    void givesNoTwoAtOnceThoughSomeAreLate() {
        fast.acquire();
        for (int spell = 0; spell < 5; spell++) {
            fast.rest(TEN_MILLIS.multipliedBy(4).plusMillis(spell));

            long start = System.nanoTime();
            acquire(4);
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(3 * 8));
        }
    }

    @Test
    void pausesEverybodyForAsLongAsTheApiAsks() {
        long start = System.nanoTime();
        fast.throttled(Duration.ofMillis(120));
        fast.throttled(Duration.ofMillis(20));

        assertThat(fast.acquire()).isTrue();
        assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void pausesThoseToWhomAPermitWasPromised() throws Exception {
        var pace = new Pace(300, CLOCK);
        pace.acquire();
        CompletableFuture<Boolean> promised = inBackground(pace::acquire);

        long start = System.nanoTime();
        pace.throttled(Duration.ofMillis(400));

        assertThat(promised.get()).isTrue();
        assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void lowersTheRateOncePerPauseAndClimbsBackWithAnswers() {
        fast.throttled(Duration.ofMillis(50));
        fast.throttled(Duration.ofMillis(50));
        assertThat(fast.permitsPerMinute()).isEqualTo(4_500);

        fast.acquire();
        fast.throttled(Duration.ofMillis(1));
        assertThat(fast.permitsPerMinute()).isEqualTo(3_375);

        fast.answered();
        assertThat(fast.permitsPerMinute()).isEqualTo(3_375.25);
    }

    @Test
    void keepsToTheLoweredRate() {
        fast.throttled(Duration.ofMillis(1));
        fast.acquire();
        long start = System.nanoTime();

        acquire(10);

        Duration lowered = Duration.ofNanos(Duration.ofMinutes(1).toNanos() / 4_500);
        assertThat(since(start)).isGreaterThanOrEqualTo(lowered.multipliedBy(9));
    }

    @Test
    void endsEveryWaitWhenItStops() throws Exception {
        slow.acquire();
        List<CompletableFuture<Boolean>> waits = new ArrayList<>();
        waits.add(inBackground(slow::acquire));
        waits.add(inBackground(slow::acquire));
        waits.add(inBackground(() -> slow.rest(Duration.ofHours(1))));

        slow.stop();

        for (CompletableFuture<Boolean> wait : waits) {
            assertThat(wait.get()).isFalse();
        }
        assertThat(slow.acquire()).isFalse();
        assertThat(slow.rest(Duration.ofHours(1))).isFalse();
    }

    @Test
    void endsAPauseWhenItStops() throws Exception {
        fast.throttled(Duration.ofMinutes(5));
        CompletableFuture<Boolean> wait = inBackground(fast::acquire);

        fast.stop();

        assertThat(wait.get()).isFalse();
    }

    @Test
    void givesNoPermitToAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThat(fast.acquire()).isFalse();
        assertThat(fast.rest(Duration.ofHours(1))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void restsAsLongAsTold() {
        long start = System.nanoTime();

        assertThat(slow.rest(TEN_MILLIS)).isTrue();
        assertThat(since(start)).isGreaterThanOrEqualTo(TEN_MILLIS);
    }

    private void acquire(int permits) {
        IntStream.range(0, permits).forEach(_ -> fast.acquire());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Starts a wait, and comes back when it really waits. */
    private static CompletableFuture<Boolean> inBackground(BooleanSupplier wait) {
        var result = new CompletableFuture<Boolean>();
        Thread thread = Thread.ofPlatform().start(() -> result.complete(wait.getAsBoolean()));
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return result;
    }
}
