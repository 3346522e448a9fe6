package io.imagesweep.deletion;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Answers as told, call by call, and remembers which deletions were forced, and what else was asked for. */
final class ScriptedRemover implements ImageRemover {

    final List<String> others = new ArrayList<>();
    final List<Boolean> calls = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private Runnable afterLast = () -> {};
    private Runnable afterThose = () -> {};
    private int afterSoMany;
    private int made;

    ScriptedRemover answers(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** Runs with the last answer, while the caller still waits for it. */
    void withTheLastAnswer(Runnable action) {
        afterLast = action;
    }

    /** Runs with the answer to that call, while the caller still waits for it. */
    void afterCalls(int calls, Runnable action) {
        afterSoMany = calls;
        afterThose = action;
    }

    @Override
    public Answer delete(ImageKey image, boolean force) {
        calls.add(force);
        return next();
    }

    @Override
    public Answer status(ImageKey image, String status) {
        others.add(status);
        return next();
    }

    @Override
    public Answer unshare(ImageKey image, List<String> accounts) {
        others.add("-" + String.join(",", accounts));
        return next();
    }

    @Override
    public Answer share(ImageKey image, List<String> accounts) {
        others.add("+" + String.join(",", accounts));
        return next();
    }

    @Override
    public Answer deleteSnapshot(AccountRegion where, String snapshotId) {
        others.add(snapshotId);
        return next();
    }

    private Answer next() {
        made++;
        if (made == afterSoMany) {
            afterThose.run();
        }
        Answer answer = answers.remove();
        if (answers.isEmpty()) {
            afterLast.run();
        }
        return answer;
    }
}
