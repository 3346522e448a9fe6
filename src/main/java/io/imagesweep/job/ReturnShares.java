package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.Attempt;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.deletion.EarlierCalls;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.deletion.PutBack;
import io.imagesweep.deletion.TakenShares.Ending;
import io.imagesweep.ledger.Outcome;
import io.imagesweep.ledger.OutcomeRecords;
import io.imagesweep.ledger.UnsharedImages;
import io.imagesweep.ledger.UnsharedImages.Taken;
import io.imagesweep.quota.Paces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Gives images back that an earlier run took from accounts and did not delete in the end, before anything else is done. */
@Component
final class ReturnShares {

    private static final Set<Outcome> GONE = Set.of(Outcome.DELETED, Outcome.ALREADY_GONE);

    private final UnsharedImages unshared;
    private final OutcomeRecords records;
    private final DeletionSettings settings;
    private final Paces paces;
    private final RunStop stop;
    private final Clock clock;

    ReturnShares(
            UnsharedImages unshared,
            OutcomeRecords records,
            DeletionSettings settings,
            Paces paces,
            RunStop stop,
            Clock clock) {
        this.unshared = unshared;
        this.records = records;
        this.settings = settings;
        this.paces = paces;
        this.stop = stop;
        this.clock = clock;
    }

    void settle(AccountRegion where, RunNotes notes, ImageRemover remover) {
        var putBack = new PutBack(remover, settings, clock);
        var breaker = new Breaker(Long.MAX_VALUE);
        int leftOut = 0;
        for (Taken taken : unshared.open(where)) {
            if (GONE.contains(taken.outcome())) {
                unshared.end(taken.run(), taken.image(), taken.owed(), new Ending.Gone(), clock.instant());
            } else if (breaker.open()) {
                leftOut++;
            } else if (taken.outcome() != Outcome.CALLING && !stop.requested()) {
                giveBack(taken, putBack, breaker, notes);
            }
        }
        if (leftOut > 0) {
            notes.missingNow("%s: the shares of %d more images are not put back".formatted(where, leftOut));
        }
    }

    private void giveBack(Taken taken, PutBack putBack, Breaker breaker, RunNotes notes) {
        List<Attempt> calls = new ArrayList<>();
        var earlier = new EarlierCalls(taken.attempts(), 0, false);
        var actions = new ActionPaces(paces, taken.image().where());
        Consumer<Attempt> answers = call -> {
            calls.add(call);
            records.record(taken.run(), 0, List.of(call), List.of());
        };
        var ending = putBack.putBack(taken.image(), taken.owed().accounts(), earlier, actions, breaker, answers);
        ending.ifPresent(end -> unshared.end(taken.run(), taken.image(), taken.owed(), end, clock.instant()));
        notBack(taken, ending)
                .ifPresent(accounts -> notes.missingNow(
                        "%s: its shares with %s are not put back: %s".formatted(taken.image(), accounts, why(calls))));
    }

    private static Optional<List<String>> notBack(Taken taken, Optional<Ending> ending) {
        if (ending.isEmpty()) {
            return Optional.of(taken.owed().accounts());
        }
        return ending.get() instanceof Ending.Failed(var accounts, var _) ? Optional.of(accounts) : Optional.empty();
    }

    private static String why(List<Attempt> calls) {
        return calls.stream()
                .map(Attempt::answer)
                .filter(answer -> answer.code() != null || !Objects.equals(answer.httpStatus(), 200))
                .reduce((_, last) -> last)
                .map(ApiAnswer::sentence)
                .orElse("no answer");
    }
}
