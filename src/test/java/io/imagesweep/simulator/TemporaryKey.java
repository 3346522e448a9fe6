package io.imagesweep.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a session of a role; it is good only together with its token, and only for a time.
 *
 * @param policy what the session may do at most; null: what the role may
 */
record TemporaryKey(
        String id,
        String secret,
        String token,
        String accountId,
        String roleName,
        String sessionName,
        Instant expiresAt,
        @Nullable Permissions policy) {

    Caller caller(Permissions ofRole) {
        return new Caller(
                accountId,
                Caller.Type.ROLE_SESSION,
                roleName + ":" + sessionName,
                "acs:ram::%s:assumed-role/%s/%s".formatted(accountId, roleName, sessionName),
                policy == null ? List.of(ofRole) : List.of(ofRole, policy));
    }
}
