package io.imagesweep.job;

import io.imagesweep.ledger.Run;
import org.jspecify.annotations.Nullable;

/** Whether a run may begin, and as what. */
sealed interface Admission {

    /** A run that did not exist before. */
    record Begin(Run run) implements Admission {}

    /** A run that was left unfinished, its fence raised. */
    record Resume(Run run) implements Admission {}

    /** Nothing to do, or nothing that may be done. */
    record Refuse(
            @Nullable Run run, ExitCode exitCode, @Nullable String sentence) implements Admission {}
}
