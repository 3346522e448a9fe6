package io.imagesweep.deletion;

import static io.imagesweep.deletion.Answers.ACCEPTED;
import static io.imagesweep.deletion.Answers.BUSY;
import static io.imagesweep.deletion.Answers.DENIED;
import static io.imagesweep.deletion.Answers.MISSING;
import static io.imagesweep.deletion.Answers.NOT_FOUND;
import static io.imagesweep.deletion.Answers.OK;
import static io.imagesweep.deletion.Answers.REFUSED;
import static io.imagesweep.deletion.Answers.UNCLEAR;
import static io.imagesweep.deletion.ScriptedDeletion.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome.AlreadyGone;
import io.imagesweep.deletion.DeletionOutcome.Cause;
import io.imagesweep.deletion.DeletionOutcome.Deleted;
import io.imagesweep.deletion.DeletionOutcome.Failed;
import io.imagesweep.deletion.DeletionOutcome.Open;
import io.imagesweep.deletion.DeletionOutcome.Skipped;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a snapshot, by the answers to its calls. */
@Timeout(60)
class SnapshotDeletionTests {

    private static final Duration MILLI = Duration.ofMillis(1);

    private final ScriptedRemover remover = new ScriptedRemover();
    private final ScriptedNeighbours neighbours = new ScriptedNeighbours();
    private final Breaker breaker = new Breaker(50);
    private final List<Attempt> attempts = new ArrayList<>();

    private DeletionOutcome delete() {
        return new SnapshotDeletion(
                        remover, neighbours, new DeletionSettings(64, 8), Clock.systemUTC(), new Backoff(MILLI, MILLI))
                .delete(
                        IMAGE,
                        "s-1",
                        new EarlierCalls(3, 0, false),
                        new Pace(60_000, Clock.systemUTC()),
                        breaker,
                        attempts::add);
    }

    @Test
    void isDeletedWhenAccepted() {
        remover.answers(ACCEPTED);

        assertThat(delete()).isEqualTo(new Deleted(OK, false));
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isEqualTo(4);
            assertThat(attempt.action()).isEqualTo("DeleteSnapshot");
            assertThat(attempt.snapshotId()).isEqualTo("s-1");
        });
    }

    @Test
    void isAskedForAgainWhileItIsTakenForOneInUse() {
        remover.answers(BUSY, BUSY, ACCEPTED);

        assertThat(delete()).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void isFailedWhenItStaysBusy() {
        remover.answers(Answers.times(8, BUSY));

        assertThat(delete()).isInstanceOf(Failed.class);
        assertThat(remover.others).hasSize(8);
    }

    @Test
    void isDeletedByLookingAfterAnUnclearCall() {
        remover.answers(UNCLEAR);

        assertThat(delete()).isEqualTo(new Deleted(null, false));
    }

    @Test
    void isAskedForAgainWhenALookStillShowsIt() {
        neighbours.snapshots = new Reading.Complete<>(Set.of("s-1"));
        remover.answers(UNCLEAR, ACCEPTED);

        assertThat(delete()).isEqualTo(new Deleted(OK, false));
    }

    @Test
    void isAlreadyGoneWhenMissing() {
        remover.answers(MISSING);

        assertThat(delete()).isEqualTo(new AlreadyGone(NOT_FOUND));
    }

    @Test
    void isSkippedWhenRefusedForGood() {
        remover.answers(REFUSED);

        assertThat(delete()).isInstanceOf(Skipped.class);
    }

    @Test
    void stopsTheOthersWhenItIsDenied() {
        remover.answers(DENIED);

        assertThat(delete()).isEqualTo(new Open(DENIED.said(), Cause.DENIED, new EarlierCalls(4, 1, false)));
        assertThat(breaker.open()).isTrue();
    }
}
