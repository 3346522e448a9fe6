package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One statement of a RAM policy.
 *
 * @param exceptActions the statement is about every action but these
 * @param exceptResources the statement is about every resource but these
 * @param conditions all of which must hold
 */
record PolicyStatement(
        boolean allows,
        List<Glob> actions,
        boolean exceptActions,
        List<Glob> resources,
        boolean exceptResources,
        List<PolicyCondition> conditions) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static PolicyStatement of(boolean allows, Grant grant) {
        var resource = grant.resource() == null ? "*" : grant.resource();
        return new PolicyStatement(
                allows, List.of(action(grant.action())), false, List.of(new Glob(resource)), false, List.of());
    }

    static List<PolicyStatement> allOf(JsonNode policy) {
        var document = policy.isString() ? parsed(policy.asString()) : policy;
        var written = document.path("Statement");
        if (!written.isArray() && !written.isObject()) {
            throw new IllegalArgumentException("a policy has a Statement: " + policy);
        }
        var statements = new ArrayList<PolicyStatement>();
        for (var statement : written.isArray() ? written : List.of(written)) {
            statements.add(of(statement));
        }
        return statements;
    }

    boolean covers(String action, String resource, Circumstances circumstances) {
        return any(actions, action.toLowerCase(Locale.ROOT)) != exceptActions
                && any(resources, resource) != exceptResources
                && conditions.stream().allMatch(condition -> condition.holds(circumstances));
    }

    private static PolicyStatement of(JsonNode statement) {
        var effect = statement.path("Effect").asString("");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new IllegalArgumentException("a policy's Effect is Allow or Deny: " + statement);
        }
        boolean exceptActions = statement.has("NotAction");
        boolean exceptResources = statement.has("NotResource");
        return new PolicyStatement(
                effect.equals("Allow"),
                texts(statement, exceptActions ? "NotAction" : "Action").stream()
                        .map(PolicyStatement::action)
                        .toList(),
                exceptActions,
                texts(statement, exceptResources ? "NotResource" : "Resource").stream()
                        .map(Glob::new)
                        .toList(),
                exceptResources,
                PolicyCondition.allOf(statement));
    }

    private static List<String> texts(JsonNode statement, String name) {
        var value = statement.path(name);
        if (value.isString()) {
            return List.of(value.asString());
        }
        if (!value.isArray() || value.isEmpty()) {
            throw new IllegalArgumentException("a policy's statement has " + name + ": " + statement);
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a policy: " + text, e);
        }
    }

    private static Glob action(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }

    private static boolean any(List<Glob> globs, String text) {
        for (var glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
