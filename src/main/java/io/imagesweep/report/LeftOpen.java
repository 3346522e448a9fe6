package io.imagesweep.report;

import io.imagesweep.ledger.OpenEnds;
import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunMode;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.UnsharedImages;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a run has left to others, from its rows as they are now: a sentence that was true at its end may be so no more. */
@Component
final class LeftOpen {

    private final Outcomes outcomes;
    private final UnsharedImages unshared;
    private final OpenEnds ends;

    LeftOpen(Outcomes outcomes, UnsharedImages unshared, OpenEnds ends) {
        this.outcomes = outcomes;
        this.unshared = unshared;
        this.ends = ends;
    }

    List<String> by(Run run) {
        if (run.mode() == RunMode.DRY_RUN) {
            return List.of();
        }
        return Stream.of(
                        unreached(run),
                        unreturned(run),
                        ends.of(run.id()).stream().flatMap(OpenEndText::sentences))
                .flatMap(sentences -> sentences)
                .toList();
    }

    /** Where something stopped the run, its stop reason says the same. */
    private Stream<String> unreached(Run run) {
        if (run.status() != RunStatus.STOPPED || run.stopReason() != null) {
            return Stream.of();
        }
        long open = outcomes.of(run.id()).entrySet().stream()
                .filter(entry -> entry.getKey().open())
                .mapToLong(entry -> entry.getValue())
                .sum();
        return open == 0
                ? Stream.of()
                : Stream.of("images of this run without an outcome: " + open
                        + " (this run could not get at them; its key resumes it)");
    }

    private Stream<String> unreturned(Run run) {
        long unreturned = unshared.unreturned(run.id());
        return unreturned == 0
                ? Stream.of()
                : Stream.of(
                        unreturned + " images that were not deleted are no longer shared as before; the next live run"
                                + " of their accounts and regions tries again, unless the provider refused it");
    }
}
