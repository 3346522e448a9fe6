package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a role, a key or a session may do: a denial beats every allowance, and what nobody allows is denied. */
final class Permissions {

    static final Permissions NONE = new Permissions(List.of());

    private final List<PolicyStatement> statements;

    private Permissions(List<PolicyStatement> statements) {
        this.statements = statements;
    }

    static Permissions of(@Nullable List<Grant> allow, @Nullable List<Grant> deny, @Nullable JsonNode policy) {
        var statements = new ArrayList<PolicyStatement>();
        if (allow != null) {
            allow.forEach(grant -> statements.add(PolicyStatement.of(true, grant)));
        }
        if (deny != null) {
            deny.forEach(grant -> statements.add(PolicyStatement.of(false, grant)));
        }
        if (policy != null) {
            statements.addAll(PolicyStatement.allOf(policy));
        }
        return new Permissions(List.copyOf(statements));
    }

    Verdict verdict(String action, String resource, Circumstances circumstances) {
        boolean allowed = false;
        for (var statement : statements) {
            if (statement.covers(action, resource, circumstances)) {
                if (!statement.allows()) {
                    return Verdict.EXPLICIT_DENY;
                }
                allowed = true;
            }
        }
        return allowed ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY;
    }

    /** What a policy says of one action on one resource. */
    enum Verdict {
        ALLOWED("Allowed"),
        IMPLICIT_DENY("ImplicitDeny"),
        EXPLICIT_DENY("ExplicitDeny");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** As AccessDeniedDetail has it. */
        String text() {
            return text;
        }
    }
}
