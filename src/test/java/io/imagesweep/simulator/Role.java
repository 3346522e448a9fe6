package io.imagesweep.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A RAM role of an account; it may do only what allow and policy say.
 *
 * @param assumableBy ids of the accounts whose keys may assume it
 * @param maxSessionDuration seconds, 3,600 by default
 */
record Role(
        String name,
        @Nullable List<String> assumableBy,
        @Nullable List<Grant> allow,
        @Nullable List<Grant> deny,
        @Nullable JsonNode policy,
        @Nullable Long maxSessionDuration) {

    Role {
        Required.text("roles.name", name);
    }

    boolean trusts(String accountId) {
        return assumableBy != null && (assumableBy.contains(accountId) || assumableBy.contains("*"));
    }

    long longestSession() {
        return maxSessionDuration == null ? 3600 : maxSessionDuration;
    }

    Permissions permissions() {
        return Permissions.of(allow, deny, policy);
    }
}
