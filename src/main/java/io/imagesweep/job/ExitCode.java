package io.imagesweep.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How the program ended, for the shell; a signal makes it 130 or 143 instead. */
public enum ExitCode {
    /** All done, dry runs included. */
    DONE(0),
    /** An error that nobody expected. */
    ERROR(1),
    /** Wrong usage or configuration; nothing was done. */
    USAGE(2),
    /** Finished, but some images failed, something that the run tried to read could not be read, or a record was altered. */
    INCOMPLETE(3),
    /** Stopped by the guard or by the breaker. */
    GUARDED(4),
    /** The deadline was reached, or the database stayed away; resumable. */
    RESUMABLE(5),
    /** Another run holds this key, account or region. */
    HELD(6);

    private static final List<ExitCode> GRAVEST_FIRST =
            List.of(ERROR, USAGE, HELD, GUARDED, RESUMABLE, INCOMPLETE, DONE);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the shell sees. */
    public int number() {
        return number;
    }

    /** Gives the one that counts where several apply; {@link #DONE} where none does. */
    static ExitCode gravest(Collection<ExitCode> codes) {
        return codes.stream()
                .min(Comparator.comparingInt(GRAVEST_FIRST::indexOf))
                .orElse(DONE);
    }
}
