package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Answers as told, call by call, and remembers which calls were forced. */
final class ScriptedRemover implements ImageRemover {

    final List<Boolean> calls = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private Runnable afterLast = () -> {};

    ScriptedRemover answers(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** Runs with the last answer, while the caller still waits for it. */
    void withTheLastAnswer(Runnable action) {
        afterLast = action;
    }

    @Override
    public Answer delete(ImageKey image, boolean force) {
        calls.add(force);
        Answer answer = answers.remove();
        if (answers.isEmpty()) {
            afterLast.run();
        }
        return answer;
    }
}
