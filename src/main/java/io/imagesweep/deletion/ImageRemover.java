package io.imagesweep.deletion;

import io.imagesweep.candidate.ImageKey;
import java.time.Duration;

/** Port: deletes an image at the provider. One call, not paced, never repeated. The only thing in the program that can delete. */
public interface ImageRemover {

    /** No call takes longer, from its start to its answer or its giving up. */
    Duration LONGEST_CALL = Duration.ofSeconds(12);

    /** Calls DeleteImage once; {@code force} waives only the check for instances. Returns, whatever happens, within the call's time-out. */
    Answer delete(ImageKey image, boolean force);
}
