package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The calls for one image: makes each, reports it as an attempt, and counts. For one thread. */
final class Calls {

    private static final String ACTION = "DeleteImage";

    private final ImageRemover remover;
    private final InstantSource clock;
    private final ImageKey image;
    private final Consumer<Attempt> answers;
    private EarlierCalls soFar;

    Calls(ImageRemover remover, InstantSource clock, ImageKey image, EarlierCalls earlier, Consumer<Attempt> answers) {
        this.remover = remover;
        this.clock = clock;
        this.image = image;
        this.answers = answers;
        this.soFar = earlier;
    }

    Answer call(boolean force) {
        Instant startedAt = clock.instant();
        Answer answer = remover.delete(image, force);
        soFar = soFar.and(answer);
        answers.accept(new Attempt(image, soFar.attempts(), ACTION, startedAt, clock.instant(), answer.said()));
        return answer;
    }

    Instant now() {
        return clock.instant();
    }

    EarlierCalls soFar() {
        return soFar;
    }
}
