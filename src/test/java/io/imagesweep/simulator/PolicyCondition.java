package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * One condition of a policy's statement; a key that is unknown, or that nothing has, does not hold.
 *
 * @param tests one of which must be met, or when negated none
 */
record PolicyCondition(String key, List<Predicate<String>> tests, boolean negated) {

    /** All conditions of the statement, which must hold together. */
    static List<PolicyCondition> allOf(JsonNode statement) {
        var written = statement.path("Condition");
        if (!written.isObject() && !written.isMissingNode()) {
            throw new IllegalArgumentException("a policy's Condition is an object: " + statement);
        }
        var conditions = new ArrayList<PolicyCondition>();
        written.properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(key -> conditions.add(of(operator.getKey(), key.getKey(), key.getValue()))));
        return conditions;
    }

    boolean holds(Circumstances circumstances) {
        return circumstances
                .value(key)
                .map(actual -> tests.stream().anyMatch(test -> test.test(actual)) != negated)
                .orElse(false);
    }

    /** A quantifier before the operator, as in {@code ForAnyValue:StringEquals}, changes nothing: no key has several values. */
    private static PolicyCondition of(String operator, String key, JsonNode wanted) {
        var plain = operator.replaceFirst("^(ForAnyValue|ForAllValues):", "");
        var values = wanted.isArray() ? wanted.valueStream().toList() : List.of(wanted);
        var tests = values.stream()
                .map(value -> ConditionOperator.test(plain.replaceFirst("Not", ""), value.asString()))
                .toList();
        return new PolicyCondition(key, tests, plain.contains("Not"));
    }
}
