package io.imagesweep.policy;

import java.util.List;
import java.util.stream.Collectors;

/** When an image that belongs to a rule is due: when all conditions hold. */
record DeleteWhen(List<DueCondition> conditions) {

    boolean holds(Subject subject) {
        for (DueCondition condition : conditions) {
            if (!condition.holds(subject)) {
                return false;
            }
        }
        return true;
    }

    /** Says of an image that is due what makes it so. */
    String found(Subject subject) {
        return conditions.stream().map(condition -> condition.found(subject)).collect(Collectors.joining("; "));
    }

    /** Says of an image that is not due what it lacks first. */
    String lacking(Subject subject) {
        return conditions.stream()
                .filter(condition -> !condition.holds(subject))
                .map(condition -> condition.found(subject))
                .findFirst()
                .orElseThrow();
    }
}
