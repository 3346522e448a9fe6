package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answered call that was meant to change something.
 *
 * @param number counts the calls for this image in this run from 1, throttled ones too, on across restarts
 * @param action the API's name of the action
 * @param snapshotId the snapshot that the call was for; null for the image itself
 */
public record Attempt(
        ImageKey image,
        int number,
        String action,
        @Nullable String snapshotId,
        Instant startedAt,
        Instant finishedAt,
        ApiAnswer answer) {

    /** A call for the image itself. */
    public Attempt(ImageKey image, int number, String action, Instant startedAt, Instant finishedAt, ApiAnswer answer) {
        this(image, number, action, null, startedAt, finishedAt, answer);
    }

    /** Says whether the call counts towards the limit of attempts: a throttled one does not. */
    public boolean counts() {
        var code = answer.code();
        return code == null || !code.contains("Throttling");
    }
}
