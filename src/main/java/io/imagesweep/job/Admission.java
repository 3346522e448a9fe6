package io.imagesweep.job;

import io.imagesweep.ledger.Run;

/** Whether a run may begin or go on. */
sealed interface Admission {

    /** A run that did not exist before, or one that was left unfinished, its fence raised. */
    record Go(Run run) implements Admission {}

    /** Nothing to do, or nothing that may be done. */
    record Refuse(Run run, ExitCode exitCode, String sentence) implements Admission {}
}
