package io.imagesweep.job;

import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.SealedPlans;
import io.imagesweep.policy.RuleMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names the lines of a policy that met no image; those first that did in the run before. */
@Component
final class IdleLines {

    private final SealedPlans plans;

    IdleLines(SealedPlans plans) {
        this.plans = plans;
    }

    List<String> of(Assignment assignment, List<RuleMatch> matches) {
        var before = before(assignment);
        var idle = matches.stream()
                .filter(match -> match.images() == 0)
                .map(RuleMatch::name)
                .toList();
        return Stream.concat(
                        idle.stream().flatMap(line -> stopped(line, before).stream()),
                        idle.stream()
                                .filter(line -> stopped(line, before).isEmpty())
                                .map(line -> line + " matched no image at all"))
                .toList();
    }

    private static Optional<String> stopped(String line, Optional<Run> before) {
        return before.flatMap(run -> Optional.ofNullable(run.facts().images().get(line))
                .filter(images -> images > 0)
                .map(images -> line + " stopped matching: no image now, " + images + " in run " + run.id()));
    }

    /** A list of images meets what it names, which tells nothing of the policy. */
    private Optional<Run> before(Assignment assignment) {
        return assignment.request().images() == null ? plans.before(assignment.run()) : Optional.empty();
    }
}
