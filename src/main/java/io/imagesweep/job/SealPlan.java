package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidates;
import io.imagesweep.candidate.Inventory;
import io.imagesweep.candidate.SyncedSource;
import io.imagesweep.ledger.PlanRows;
import io.imagesweep.ledger.RunFacts;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Runs;
import io.imagesweep.policy.PlanFigures;
import io.imagesweep.policy.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Closes the plan: the operator's limit, the guard's figures, the ramp-up, and the seal, in this order. */
@Component
final class SealPlan {

    private final PlanRows rows;
    private final Candidates candidates;
    private final Inventory inventory;
    private final Runs runs;
    private final IdleLines idle;

    SealPlan(PlanRows rows, Candidates candidates, Inventory inventory, Runs runs, IdleLines idle) {
        this.rows = rows;
        this.candidates = candidates;
        this.inventory = inventory;
        this.runs = runs;
        this.idle = idle;
    }

    /** Seals what this run decided. */
    void seal(Assignment assignment, List<RuleMatch> matches) {
        var run = assignment.run();
        if (isSealed(run.id())) {
            return;
        }
        var limit = run.scope().limit();
        if (limit != null) {
            rows.keepBeyondLimit(run.id(), limit);
        }
        var figures = figures(assignment);
        List<String> warnings = new ArrayList<>(idle.of(assignment, matches));
        warnings.addAll(rampUp(assignment, figures));
        warnings.addAll(unasked(figures));
        rows.seal(
                run.id(),
                new RunFacts(figures, matches, warnings, assignment.notes().lasting()));
    }

    /** Seals the rows of another run's plan; the guard's figures are those of the plan. */
    void sealCopy(Assignment assignment, RunId plan) {
        var run = assignment.run();
        if (isSealed(run.id())) {
            return;
        }
        var facts = runs.find(plan).orElseThrow().facts();
        var warnings = rampUp(assignment, rows.figures(run.id()));
        rows.seal(run.id(), new RunFacts(facts.figures(), facts.ruleMatches(), warnings, facts.missing()));
    }

    /** A process may die between the seal and the end of its step. */
    private boolean isSealed(RunId run) {
        return runs.find(run).orElseThrow().status() != RunStatus.PLANNING;
    }

    private List<PlanFigures> figures(Assignment assignment) {
        var planned = rows.figures(assignment.run().id());
        return Stream.concat(planned.stream(), withoutRows(assignment, planned))
                .map(figures -> new PlanFigures(
                        figures.where(),
                        figures.planned(),
                        population(figures, assignment),
                        assignment.notes().baseline(figures.where())))
                .toList();
    }

    /** Where a sync found nothing any more the guard must know what was there. */
    private Stream<PlanFigures> withoutRows(Assignment assignment, List<PlanFigures> planned) {
        var known = planned.stream().map(PlanFigures::where).collect(Collectors.toSet());
        return assignment.readRegions().stream()
                .filter(where -> !known.contains(where) && assignment.notes().baseline(where) != null)
                .filter(this::isEmpty)
                .map(where -> new PlanFigures(where, 0, 0, null));
    }

    private boolean isEmpty(AccountRegion where) {
        return inventory
                .lastSync(where)
                .map(SyncedSource::population)
                .filter(images -> images == 0)
                .isPresent();
    }

    /** A list of ids has few rows, and its caps divide by all that there is. */
    private long population(PlanFigures figures, Assignment assignment) {
        return assignment.request().images() == null ? figures.candidates() : candidates.count(figures.where());
    }

    private List<String> rampUp(Assignment assignment, List<PlanFigures> figures) {
        List<String> warnings = new ArrayList<>();
        int rampUp = assignment.request().policy().limits().rampUp();
        for (PlanFigures region : figures) {
            if (region.planned() > rampUp && !rows.provenBefore(region.where())) {
                rows.keepForRampUp(assignment.run().id(), region.where(), rampUp);
                warnings.add(sentence(region.where(), rampUp, region.planned()));
            }
        }
        return warnings;
    }

    private static List<String> unasked(List<PlanFigures> figures) {
        var without = figures.stream()
                .filter(region -> region.baseline() == null)
                .map(region -> region.where().toString())
                .toList();
        return without.isEmpty()
                ? List.of()
                : List.of(
                        "limits.max-population-drop was not asked, for want of an earlier listing or of a sync in this"
                                + " run: " + String.join(", ", without));
    }

    private static String sentence(AccountRegion where, int rampUp, long planned) {
        return where + ": no live run ended well here yet, so only the " + rampUp + " oldest of " + planned
                + " images go (limits.ramp-up)";
    }
}
