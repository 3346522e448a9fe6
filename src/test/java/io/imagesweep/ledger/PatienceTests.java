package io.imagesweep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

@Timeout(60)
class PatienceTests {

    private static final Duration LONG = Duration.ofHours(1);
    private final DataAccessResourceFailureException away = new DataAccessResourceFailureException("away");

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void repeatsUntilTheDatabaseAnswers() {
        var answer = waiting(LONG).outlast(() -> {
            if (tries.incrementAndGet() < 4) {
                throw away;
            }
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(tries).hasValue(4);
    }

    @Test
    void repeatsWithTheSecondActionOnly() {
        var answer = waiting(LONG).outlast(this::fail, () -> tries.get() < 3 ? fail() : "again");

        assertThat(answer).isEqualTo("again");
        assertThat(tries).hasValue(3);
    }

    @Test
    void passesOtherFailuresOnAtOnce() {
        var other = new DuplicateKeyException("twice");

        assertThatThrownBy(() -> waiting(LONG).outlast(() -> {
                    tries.incrementAndGet();
                    throw other;
                }))
                .isSameAs(other);
        assertThat(tries).hasValue(1);
    }

    @Test
    void passesACheckedFailureOnUnchanged() {
        var checked = new ClassNotFoundException();

        assertThatThrownBy(() -> waiting(LONG).outlast(() -> {
                    throw checked;
                }))
                .isSameAs(checked);
    }

    @Test
    void givesUpAfterTheMaximum() {
        var began = System.nanoTime();

        assertThatExceptionOfType(DatabaseStayedAway.class)
                .isThrownBy(() -> waiting(Duration.ofMillis(600)).outlast(this::fail))
                .withCause(away);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
        assertThat(tries).hasValueBetween(4, 6);
    }

    @Test
    void doesNotRepeatWhenItMayNotWait() {
        assertThatExceptionOfType(DatabaseStayedAway.class)
                .isThrownBy(() -> waiting(Duration.ZERO).outlast(this::fail));
        assertThat(tries).hasValue(1);
    }

    @Test
    void countsTheOutageFromTheFirstFailureOfAnybody() {
        var patience = waiting(Duration.ofMillis(600));
        assertThatThrownBy(() -> patience.outlast(this::fail)).isInstanceOf(DatabaseStayedAway.class);
        tries.set(0);

        assertThatThrownBy(() -> patience.outlast(this::fail)).isInstanceOf(DatabaseStayedAway.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void waitsAnewOnceTheDatabaseHasAnswered() {
        var patience = waiting(Duration.ofMillis(600));
        assertThatThrownBy(() -> patience.outlast(this::fail)).isInstanceOf(DatabaseStayedAway.class);
        patience.outlast(() -> "answer");
        tries.set(0);

        assertThatThrownBy(() -> patience.outlast(this::fail)).isInstanceOf(DatabaseStayedAway.class);
        assertThat(tries).hasValueGreaterThan(3);
    }

    @Test
    void endsAnActionThatFailsAlone() {
        var patience = waiting(Duration.ofMillis(600));

        assertThatThrownBy(() -> patience.outlast(() -> {
                    patience.outlast(() -> "an answer to somebody else");
                    return fail();
                }))
                .isInstanceOf(DatabaseStayedAway.class);
    }

    @Test
    void doesNotWaitTwiceWhereOneWaitIsWithinAnother() {
        var patience = waiting(Duration.ofMillis(200));

        assertThatThrownBy(() -> patience.outlast(() -> {
                    tries.incrementAndGet();
                    return waiting(Duration.ZERO).outlast(() -> {
                        throw away;
                    });
                }))
                .isInstanceOf(DatabaseStayedAway.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void givesUpEarlyWhenTold() {
        var patience = waiting(LONG);
        var waiting = CompletableFuture.supplyAsync(() -> patience.outlast(this::fail));
        await().untilAtomic(tries, org.hamcrest.Matchers.greaterThan(1));

        patience.giveUpWithin(Duration.ofMillis(100));

        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DatabaseStayedAway.class);
        assertThatThrownBy(() -> patience.outlast(this::fail)).isInstanceOf(DatabaseStayedAway.class);
    }

    @Test
    void givesUpWhenInterruptedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> waiting(LONG).outlast(this::fail)).isInstanceOf(DatabaseStayedAway.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Patience waiting(Duration atMost) {
        return new Patience(() -> atMost);
    }

    private String fail() {
        tries.incrementAndGet();
        throw away;
    }
}
