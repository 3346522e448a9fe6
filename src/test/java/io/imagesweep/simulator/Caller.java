package io.imagesweep.simulator;

import java.util.List;

/**
 * Who calls: a key of an account, or a session of a role of it.
 *
 * @param type as AccessDeniedDetail and GetCallerIdentity have it
 * @param name the key's id, or role:session
 * @param permissions all of them must allow
 */
record Caller(String accountId, Type type, String name, String arn, List<Permissions> permissions) {

    /** Somebody who signed nothing, and calls what belongs to an account. */
    static Caller unknown(String accountId) {
        return new Caller(accountId, Type.UNKNOWN, "", "", List.of());
    }

    Permissions.Verdict verdict(String action, String resource, Circumstances circumstances) {
        for (var permission : permissions) {
            var verdict = permission.verdict(action, resource, circumstances);
            if (verdict != Permissions.Verdict.ALLOWED) {
                return verdict;
            }
        }
        return Permissions.Verdict.ALLOWED;
    }

    /** What kind of identity a caller is. */
    enum Type {
        ACCOUNT("Account", "Account"),
        RAM_USER("SubUser", "RAMUser"),
        ROLE_SESSION("AssumedRoleUser", "AssumedRoleUser"),
        UNKNOWN("", "");

        private final String principalType;
        private final String identityType;

        Type(String principalType, String identityType) {
            this.principalType = principalType;
            this.identityType = identityType;
        }

        String principalType() {
            return principalType;
        }

        String identityType() {
            return identityType;
        }
    }
}
