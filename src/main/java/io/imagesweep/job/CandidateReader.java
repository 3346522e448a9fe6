package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Candidates;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the candidates of each account and region in turn, newest first, page by page, with all that decides on them. */
final class CandidateReader implements ItemReader<Considered> {

    static final int PAGE = Evidences.PAGE;

    private final Candidates candidates;
    private final Evidences evidences;
    private final Supplier<List<AccountRegion>> regions;
    private final Deque<Considered> page = new ArrayDeque<>();
    private @Nullable Deque<AccountRegion> waiting;
    private @Nullable Candidate last;

    CandidateReader(Candidates candidates, Evidences evidences, Supplier<List<AccountRegion>> regions) {
        this.candidates = candidates;
        this.evidences = evidences;
        this.regions = regions;
    }

    @Override
    public @Nullable Considered read() {
        if (waiting == null) {
            waiting = new ArrayDeque<>(regions.get());
        }
        while (page.isEmpty() && !waiting.isEmpty()) {
            turnPage(waiting);
        }
        return page.poll();
    }

    private void turnPage(Deque<AccountRegion> regionsLeft) {
        var next = candidates.page(regionsLeft.element(), last, PAGE);
        page.addAll(evidences.of(regionsLeft.element(), next));
        last = next.isEmpty() ? null : next.getLast();
        if (next.size() < PAGE) {
            regionsLeft.remove();
            last = null;
        }
    }
}
