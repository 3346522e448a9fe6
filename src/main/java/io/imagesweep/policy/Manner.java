package io.imagesweep.policy;

/**
 * How a rule has its images deleted. It never changes whether.
 *
 * @param force although instances use the image
 * @param unshare after taking it back from those with whom it is shared
 * @param deleteSnapshots and the snapshots behind it, once it is gone
 */
public record Manner(boolean force, boolean unshare, boolean deleteSnapshots) {

    /** Nothing but the deletion. */
    static final Manner PLAIN = new Manner(false, false, false);

    /** The same although instances use the image. */
    Manner forcing() {
        return new Manner(true, unshare, deleteSnapshots);
    }
}
