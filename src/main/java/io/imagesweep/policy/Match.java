package io.imagesweep.policy;

import java.util.List;

/** Which images belong to a rule: those on which all conditions hold. */
record Match(List<MatchCondition> conditions) {

    boolean fits(Subject subject) {
        for (MatchCondition condition : conditions) {
            if (!condition.fits(subject)) {
                return false;
            }
        }
        return true;
    }
}
