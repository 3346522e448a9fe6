package io.imagesweep.ledger;

import java.time.Duration;
import org.springframework.core.NestedExceptionUtils;

/** The database stayed away for longer than it is waited for; the run can be resumed. */
public final class DatabaseStayedAway extends RuntimeException {

    DatabaseStayedAway(Duration waited, RuntimeException last) {
        super(
                "the database stayed away for " + waited.toSeconds() + " s: "
                        + NestedExceptionUtils.getMostSpecificCause(last),
                last);
    }
}
