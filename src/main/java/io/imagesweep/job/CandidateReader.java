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

/** Reads the candidates of each account and region in turn, newest first, page by page. */
final class CandidateReader implements ItemReader<Candidate> {

    static final int PAGE = 1_000;

    private final Candidates candidates;
    private final Supplier<List<AccountRegion>> regions;
    private final Deque<Candidate> page = new ArrayDeque<>();
    private @Nullable Deque<AccountRegion> waiting;
    private @Nullable Candidate last;

    CandidateReader(Candidates candidates, Supplier<List<AccountRegion>> regions) {
        this.candidates = candidates;
        this.regions = regions;
    }

    @Override
    public @Nullable Candidate read() {
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
        page.addAll(next);
        last = page.peekLast();
        if (next.size() < PAGE) {
            regionsLeft.remove();
            last = null;
        }
    }
}
