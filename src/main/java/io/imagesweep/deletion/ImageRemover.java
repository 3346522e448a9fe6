package io.imagesweep.deletion;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import java.time.Duration;
import java.util.List;

/**
 * Port: changes images at the provider. Each method is one call, not paced, never repeated, and returns, whatever happens,
 * within the call's time-out. The only thing in the program that can change anything there.
 */
public interface ImageRemover {

    /** No call takes longer, from its start to its answer or its giving up. */
    Duration LONGEST_CALL = Duration.ofSeconds(12);

    /** Calls DeleteImage; {@code force} waives only the check for instances. */
    Answer delete(ImageKey image, boolean force);

    /** Calls ModifyImageAttribute, for nothing but the status: {@code Deprecated} or {@code Available}. */
    Answer status(ImageKey image, String status);

    /** Calls ModifyImageSharePermission: {@code accounts}, ten at most, may use the image no longer. */
    Answer unshare(ImageKey image, List<String> accounts);

    /** Calls ModifyImageSharePermission: {@code accounts}, ten at most, may use the image. */
    Answer share(ImageKey image, List<String> accounts);

    /** Calls DeleteSnapshot, never with Force. */
    Answer deleteSnapshot(AccountRegion where, String snapshotId);
}
