package io.imagesweep.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Demands, within the transaction of its caller, that nobody took a run over. */
record FenceCheck(JdbcClient jdbc) {

    /** The lock keeps anybody from raising the fence before the caller's rows are marked. */
    void demand(RunId run, long fence) {
        var found = jdbc.sql("""
                        select fence
                        from cleanup_run
                        where run_id = :run
                        for share
                        """).param("run", run.value()).query(Long.class).single();
        if (found != fence) {
            throw new FenceMoved(run, fence, found);
        }
    }
}
