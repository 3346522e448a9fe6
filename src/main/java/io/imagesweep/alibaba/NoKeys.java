package io.imagesweep.alibaba;

import io.imagesweep.candidate.Trial;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.ApiAnswer;
import org.jspecify.annotations.Nullable;

/** There are no credentials to sign a call with; the answer says why, and whether they may come later. */
final class NoKeys extends RuntimeException {

    private static final String CREDENTIALS = "credentials";

    private final transient Answer answer;
    private final transient @Nullable Trial trial;

    NoKeys(Answer answer) {
        this(answer, null);
    }

    /** Nobody was asked, for there was nothing to ask with. */
    NoKeys(String why, String remedy) {
        this(new Denied(new ApiAnswer(null, null, null, why + ": " + remedy)), Trial.fails(CREDENTIALS, why, remedy));
    }

    private NoKeys(Answer answer, @Nullable Trial trial) {
        super(answer.said().sentence());
        this.answer = answer;
        this.trial = trial;
    }

    Answer answer() {
        return answer;
    }

    /** What is amiss, and what to do about it; what is denied is permitted by {@code grant}. */
    Trial trial(String grant) {
        return trial == null ? Amiss.of(CREDENTIALS, answer, grant) : trial;
    }
}
