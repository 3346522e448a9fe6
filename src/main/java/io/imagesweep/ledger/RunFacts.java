package io.imagesweep.ledger;

import io.imagesweep.policy.PlanFigures;
import io.imagesweep.policy.RuleMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run must remember beside its rows.
 *
 * @param figures what the guard is asked, per account and region
 * @param ruleMatches how many images each line of the policy met
 * @param warnings sentences for the first lines of the report
 * @param missing what could not be read or was left out
 */
public record RunFacts(
        List<PlanFigures> figures, List<RuleMatch> ruleMatches, List<String> warnings, List<String> missing) {

    /** Nothing known yet. */
    public static final RunFacts NONE = new RunFacts(List.of(), List.of(), List.of(), List.of());

    public RunFacts {
        figures = List.copyOf(figures);
        ruleMatches = List.copyOf(ruleMatches);
        warnings = List.copyOf(warnings);
        missing = List.copyOf(missing);
    }

    /** How many images each line of the policy met, by its name, in the order of the policy. */
    public Map<String, Long> images() {
        Map<String, Long> images = new LinkedHashMap<>();
        ruleMatches.forEach(match -> images.put(match.name(), match.images()));
        return images;
    }
}
