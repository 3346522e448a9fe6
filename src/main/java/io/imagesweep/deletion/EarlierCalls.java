package io.imagesweep.deletion;

import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;

/**
 * What is known of the calls for one image so far, by this process and by earlier ones.
 *
 * @param attempts the highest number of an attempt
 * @param counted the attempts that count towards the limit: those that were not throttled
 * @param unknownResult whether a call may have deleted the image although no answer said so; a later look that still
 *     finds it proves nothing, for deletions may lag
 */
public record EarlierCalls(int attempts, int counted, boolean unknownResult) {

    /** Nobody has called yet. */
    public static final EarlierCalls NONE = new EarlierCalls(0, 0, false);

    EarlierCalls and(Answer answer) {
        boolean unknown = unknownResult || (answer instanceof Unclear unclear && unclear.sent());
        return new EarlierCalls(attempts + 1, answer instanceof Throttled ? counted : counted + 1, unknown);
    }
}
