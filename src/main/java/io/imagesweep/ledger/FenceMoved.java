package io.imagesweep.ledger;

/** Another process took the run over; this one may start nothing more. */
public final class FenceMoved extends RuntimeException {

    FenceMoved(RunId run, long held, long found) {
        super("run " + run + " was taken over: fence " + held + " is now " + found);
    }
}
