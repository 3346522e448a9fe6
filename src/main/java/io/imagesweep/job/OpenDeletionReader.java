package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.ledger.OpenDeletion;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.RunId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the rows of one run, account and region that have no outcome yet. A restart is this query again, no saved position. */
final class OpenDeletionReader implements ItemReader<OpenDeletion> {

    private static final int PAGE = 1_000;

    private final OpenDeletions deletions;
    private final Gate gate;
    private final RunId run;
    private final AccountRegion where;
    private final Deque<OpenDeletion> page = new ArrayDeque<>();
    private @Nullable String last;
    private boolean ended;

    OpenDeletionReader(OpenDeletions deletions, Gate gate, RunId run, AccountRegion where) {
        this.deletions = deletions;
        this.gate = gate;
        this.run = run;
        this.where = where;
    }

    @Override
    public @Nullable OpenDeletion read() {
        if (!gate.mayStart()) {
            return null;
        }
        if (page.isEmpty() && !ended) {
            var next = deletions.page(run, where, last, PAGE);
            page.addAll(next);
            ended = next.size() < PAGE;
        }
        var row = page.poll();
        last = row == null ? last : row.image().imageId();
        return row;
    }
}
