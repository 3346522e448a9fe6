package io.imagesweep.ledger;

import java.util.UUID;

/** Names one run in the ledger. */
public record RunId(UUID value) {

    /** Makes a new id. */
    public static RunId next() {
        return new RunId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
