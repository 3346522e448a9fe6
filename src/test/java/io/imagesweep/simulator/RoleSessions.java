package io.imagesweep.simulator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Begins sessions of roles, each with a temporary key; what is asked of a session is the same however the role is assumed. */
final class RoleSessions {

    static final Pattern ROLE = Pattern.compile("acs:ram::([^:]+):role/([A-Za-z0-9._\\-]{1,64})");

    static final Parameter NAME = Parameter.text("RoleSessionName")
            .where(
                    name -> name.matches("[A-Za-z0-9.@\\-_]{2,64}"),
                    () -> ErrorCode.INVALID_NAMED.refusal("RoleSessionName"))
            .mandatory();
    static final Parameter SECONDS = Parameter.number("DurationSeconds").between(ErrorCode.INVALID_NAMED, 900, 43_200);
    static final Parameter POLICY = Parameter.text("Policy")
            .where(policy -> policy.length() <= 2048, () -> ErrorCode.INVALID_NAMED.refusal("Policy"));

    private final SecureRandom random = new SecureRandom();
    private final TemporaryKeys keys;

    RoleSessions(TemporaryKeys keys) {
        this.keys = keys;
    }

    TemporaryKey begin(Call call, String accountId, Role role) {
        var arguments = call.arguments();
        long seconds = arguments.number("DurationSeconds", Math.min(3600, role.longestSession()));
        if (seconds > role.longestSession()) {
            throw ErrorCode.INVALID_NAMED.refusal("DurationSeconds");
        }
        var key = new TemporaryKey(
                "STS." + text(18),
                text(33),
                text(90),
                accountId,
                role.name(),
                arguments.text("RoleSessionName"),
                Moments.wholeSeconds(call.now()).plusSeconds(seconds),
                sessionPolicy(arguments));
        keys.add(key);
        return key;
    }

    private static @Nullable Permissions sessionPolicy(Arguments arguments) {
        var policy = arguments.text("Policy");
        try {
            return policy.isEmpty() ? null : Permissions.of(null, null, StringNode.valueOf(policy));
        } catch (IllegalArgumentException e) {
            throw ErrorCode.POLICY_GRAMMAR.refusal();
        }
    }

    private String text(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(noise)
                .replace('-', 'x')
                .replace('_', 'y');
    }
}
