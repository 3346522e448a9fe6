package io.imagesweep.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deferred;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.deletion.DeletionOutcome.Unsettled;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTests {

    private static final DeletionOutcome FAILED = new Failed(null, "no usable answer");
    private static final DeletionOutcome DELETED = new Deleted(Answers.OK, false);

    private final Breaker breaker = new Breaker(50);

    @Test
    void opensAtTheFirstDenial() {
        breaker.denied(Answers.DENIED.said());
        breaker.denied(new ApiAnswer(404, "InvalidRegionId.NotFound", null, null));

        assertThat(breaker.reason()).hasValue("the provider denies the call: Forbidden.RAM: User not authorized.");
    }

    @Test
    void opensAboveMaxFailuresAndNotAtThem() {
        IntStream.range(0, 50).forEach(_ -> {
            ended(3, DELETED);
            ended(1, FAILED);
        });
        assertThat(breaker.open()).isFalse();

        ended(1, FAILED);
        assertThat(breaker.reason()).hasValue("51 images failed, and max-failures is 50");
    }

    @Test
    void bearsHalfOfTheLastTwentyFailed() {
        ended(10, DELETED);
        ended(10, FAILED);

        assertThat(breaker.open()).isFalse();
    }

    @Test
    void opensWhenMoreThanHalfOfTheLastTwentyFailed() {
        ended(1000, DELETED);
        ended(10, FAILED);
        assertThat(breaker.open()).isFalse();

        ended(1, FAILED);
        assertThat(breaker.reason()).hasValue("11 of the last 20 outcomes are failures");
    }

    @Test
    void judgesTheLastTwentyOnlyOnceThereAreTwenty() {
        ended(19, FAILED);
        assertThat(breaker.open()).isFalse();

        ended(1, DELETED);
        assertThat(breaker.reason()).hasValue("19 of the last 20 outcomes are failures");
    }

    @Test
    void countsEveryFinalOutcomeAndNoOther() {
        ended(11, FAILED);
        for (DeletionOutcome other : List.of(
                new Open(null, Cause.BUSY, EarlierCalls.NONE),
                new Open(null, Cause.STOPPED, EarlierCalls.NONE),
                new Unsettled(null, EarlierCalls.NONE))) {
            ended(20, other);
        }
        assertThat(breaker.open()).isFalse();

        ended(2, new AlreadyGone(Answers.NOT_FOUND));
        ended(3, new Skipped(Answers.REFUSED.said(), "shared"));
        ended(3, new Deferred(Answers.BUSY.said()));
        assertThat(breaker.open()).isFalse();

        ended(1, DELETED);
        assertThat(breaker.open()).isTrue();
    }

    @Test
    void staysOpenWithItsFirstReason() {
        breaker.denied(Answers.DENIED.said());
        ended(51, FAILED);
        ended(100, DELETED);

        assertThat(breaker.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("Forbidden.RAM"));
    }

    private void ended(int times, DeletionOutcome outcome) {
        IntStream.range(0, times).forEach(_ -> breaker.ended(outcome));
    }
}
