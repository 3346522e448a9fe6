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

    /** Says whether every image that belongs to {@code other} certainly belongs here. */
    boolean covers(Match other) {
        return conditions.stream().allMatch(wide -> other.conditions.stream().anyMatch(wide::covers));
    }

    /** Names the first key of {@code match} that does not fit an image which does not belong here. */
    String lacking(Subject subject) {
        return conditions.stream()
                .filter(condition -> !condition.fits(subject))
                .map(MatchCondition::key)
                .findFirst()
                .orElseThrow();
    }
}
