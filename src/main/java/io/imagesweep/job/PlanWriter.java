package io.imagesweep.job;

import io.imagesweep.ledger.PlanRows;
import io.imagesweep.ledger.RunId;
import io.imagesweep.policy.Decision;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes one row of the ledger for each decision. */
record PlanWriter(PlanRows rows, RunId run) implements ItemWriter<Decision> {

    @Override
    public void write(Chunk<? extends Decision> decisions) {
        rows.write(run, List.copyOf(decisions.getItems()));
    }
}
