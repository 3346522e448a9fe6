package io.imagesweep.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a run may change anything. */
public enum RunMode {
    /** Plans, and calls nothing that changes anything. */
    DRY_RUN("dry-run"),
    /** Deletes and deprecates. */
    APPLY("apply"),
    /** Makes images available again that a run deprecated. */
    RESTORE("restore");

    private final String word;

    RunMode(String word) {
        this.word = word;
    }

    /** Says whether such a run may change anything. */
    public boolean live() {
        return this != DRY_RUN;
    }

    /** The word in the ledger and in every answer. */
    @JsonValue
    public String word() {
        return word;
    }
}
