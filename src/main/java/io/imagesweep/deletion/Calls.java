package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The calls for one image: makes each, reports it as an attempt, and counts. For one thread. */
final class Calls {

    private final InstantSource clock;
    private final ImageKey image;
    private final Consumer<Attempt> answers;
    private EarlierCalls soFar;

    Calls(InstantSource clock, ImageKey image, EarlierCalls earlier, Consumer<Attempt> answers) {
        this.clock = clock;
        this.image = image;
        this.answers = answers;
        this.soFar = earlier;
    }

    /** The same calls, numbered on, but counted anew for another task. */
    Calls forAnotherTask() {
        return new Calls(clock, image, new EarlierCalls(soFar.attempts(), 0, false), answers);
    }

    /** Numbers on where {@code others} ended. */
    void after(Calls others) {
        soFar = new EarlierCalls(others.soFar.attempts(), soFar.counted(), soFar.unknownResult());
    }

    Answer call(Task task) {
        Instant startedAt = clock.instant();
        Answer answer = task.call();
        soFar = soFar.and(answer);
        answers.accept(new Attempt(
                image, soFar.attempts(), task.action(), task.snapshotId(), startedAt, clock.instant(), answer.said()));
        return answer;
    }

    ImageKey image() {
        return image;
    }

    Instant now() {
        return clock.instant();
    }

    EarlierCalls soFar() {
        return soFar;
    }
}
