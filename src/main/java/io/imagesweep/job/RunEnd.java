package io.imagesweep.job;

import io.imagesweep.ledger.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command that is a run ended.
 *
 * @param run the run whose rows tell the rest; null where none was begun
 * @param missing what could not be read, a sentence each
 * @param stopReason why the run stopped, or would stop; null when it did not
 */
public record RunEnd(
        @Nullable RunId run,
        ExitCode exitCode,
        List<String> missing,
        @Nullable String stopReason) {}
