package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.ledger.LeftOver;
import io.imagesweep.ledger.LeftOvers;
import io.imagesweep.ledger.RunKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks up, before anything else in an account and region, what became of the calls that a killed process left there without
 * an answer.
 */
@Component
final class SettleLeftOvers {

    private static final Duration ANSWERED_BY_THEN = ImageRemover.LONGEST_CALL.plusSeconds(1);

    private final LeftOvers leftOvers;
    private final ImageCatalog catalog;
    private final ReturnShares shares;
    private final RunStop stop;
    private final Clock clock;

    SettleLeftOvers(LeftOvers leftOvers, ImageCatalog catalog, ReturnShares shares, RunStop stop, Clock clock) {
        this.leftOvers = leftOvers;
        this.catalog = catalog;
        this.shares = shares;
        this.stop = stop;
        this.clock = clock;
    }

    void settle(AccountRegion where, RunKey ours, RunNotes notes, ImageRemover remover) {
        var open = leftOvers.in(where);
        if (!waitedForAnswers(open)) {
            return;
        }
        lookUp(where, open, ours, notes);
        shares.settle(where, notes, remover);
    }

    private void lookUp(AccountRegion where, List<LeftOver> calls, RunKey ours, RunNotes notes) {
        Map<LeftOver, DeletionOutcome> ended = new HashMap<>();
        List<LeftOver> open = new ArrayList<>();
        for (LeftOver call : calls) {
            if (notes.wasRead(where)) {
                look(call, ended, open, notes);
            }
        }
        leftOvers.settle(ours, ended, open, clock.instant());
    }

    /** A call that is still on its way must not be looked up too early. */
    private boolean waitedForAnswers(List<LeftOver> open) {
        if (open.isEmpty()) {
            return true;
        }
        var now = clock.instant();
        var last = open.stream()
                .map(call -> sentBy(call, now))
                .max(Instant::compareTo)
                .orElseThrow();
        return stop.rest(Duration.between(now, last.plus(ANSWERED_BY_THEN)));
    }

    /** A deletion that comes late is what was wanted; an image that is taken late would be taken from those who just got it back. */
    private static Instant sentBy(LeftOver call, Instant now) {
        return call.taken() ? now : call.startedAt();
    }

    private void look(LeftOver call, Map<LeftOver, DeletionOutcome> ended, List<LeftOver> open, RunNotes notes) {
        switch (catalog.image(call.image())) {
            case Reading.Complete<Optional<Candidate>>(var image) ->
                UnansweredCall.outcome(call.decision(), image)
                        .ifPresentOrElse(outcome -> ended.put(call, outcome), () -> open.add(call));
            case Reading.Unreadable<Optional<Candidate>>(var _, var why) ->
                notes.unread(call.image().where(), why);
        }
    }
}
