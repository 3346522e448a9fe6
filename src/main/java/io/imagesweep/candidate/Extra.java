package io.imagesweep.candidate;

/** What a policy may ask for beyond looking at images and deleting them. */
public enum Extra {
    DEPRECATION,
    UNSHARING,
    SNAPSHOT_DELETION
}
