package io.imagesweep.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a run may change anything. */
public enum RunMode {
    /** Plans, and calls nothing that changes anything. */
    DRY_RUN("dry-run"),
    /** Deletes. */
    APPLY("apply");

    private final String word;

    RunMode(String word) {
        this.word = word;
    }

    /** The word in the ledger and in every answer. */
    @JsonValue
    public String word() {
        return word;
    }
}
