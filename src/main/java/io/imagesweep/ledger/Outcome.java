package io.imagesweep.ledger;

/** What became of an image in a run; the words of {@code deletion_result.outcome}. */
public enum Outcome {
    PLANNED,
    CALLING,
    DELETED,
    DEPRECATED,
    RESTORED,
    ALREADY_GONE,
    KEPT,
    SKIPPED,
    DEFERRED,
    FAILED;

    /** Says whether the image still waits for its outcome. */
    public boolean open() {
        return this == PLANNED || this == CALLING;
    }
}
