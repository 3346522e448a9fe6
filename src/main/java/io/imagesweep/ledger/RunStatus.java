package io.imagesweep.ledger;

/** Where a run stands. */
public enum RunStatus {
    /** Its rows may still be rewritten. */
    PLANNING,
    /** Its plan is sealed. */
    PLANNED,
    /** It deletes. */
    RUNNING,
    /** It ended with open rows; its key resumes it. */
    STOPPED,
    /** A cap stopped it. */
    GUARDED,
    /** Every row has its outcome. */
    COMPLETED,
    /** It was left behind, and another run took over. */
    ABANDONED
}
