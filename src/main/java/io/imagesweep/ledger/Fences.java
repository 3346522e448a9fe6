package io.imagesweep.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the fences of runs. */
@Component
public final class Fences {

    private final JdbcClient jdbc;

    Fences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the fence of {@code run} as this process raised it. */
    public Fence of(Run run) {
        return Fence.of(run.id(), run.fence(), jdbc);
    }
}
