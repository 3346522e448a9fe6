package io.imagesweep.policy;

import java.util.List;

/**
 * A decision with all that was asked for it.
 *
 * @param protections what is built in, then each one in force, in the order in which one of them is named as the reason
 * @param rules each rule, in the order of the file
 */
public record Explanation(Decision decision, List<Verdict> protections, List<Verdict> rules) {

    public Explanation {
        protections = List.copyOf(protections);
        rules = List.copyOf(rules);
    }
}
