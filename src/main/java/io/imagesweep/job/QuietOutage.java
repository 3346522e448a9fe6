package io.imagesweep.job;

import io.imagesweep.ledger.DatabaseAway;
import io.imagesweep.ledger.DatabaseStayedAway;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring Boot from telling an outage as a broken program: whoever waits for the database says it in a line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuietOutage implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return failure instanceof DatabaseStayedAway || DatabaseAway.saidBy(failure);
    }
}
