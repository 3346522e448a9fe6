package io.imagesweep.alibaba;

import io.imagesweep.deletion.Answer;

/** There are no credentials to sign a call with; the answer says why, and whether they may come later. */
final class NoKeys extends RuntimeException {

    private final transient Answer answer;

    NoKeys(Answer answer) {
        super(answer.said().sentence());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
