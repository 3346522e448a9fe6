package io.imagesweep.simulator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Gives out a temporary key that acts as a role, in the role's account. */
final class AssumeRole implements Action {

    private static final Pattern ARN = Pattern.compile("acs:ram::([^:]+):role/([A-Za-z0-9._\\-]{1,64})");
    private static final int SHORTEST = 900;
    private static final long LONGEST = 43_200;

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.STS,
            Parameter.text("RoleArn")
                    .where(arn -> ARN.matcher(arn).matches(), () -> ErrorCode.INVALID_NAMED.refusal("RoleArn"))
                    .mandatory(),
            Parameter.text("RoleSessionName")
                    .where(
                            name -> name.matches("[A-Za-z0-9.@\\-_]{2,64}"),
                            () -> ErrorCode.INVALID_NAMED.refusal("RoleSessionName"))
                    .mandatory(),
            Parameter.number("DurationSeconds").between(ErrorCode.INVALID_NAMED, SHORTEST, LONGEST),
            Parameter.text("Policy")
                    .where(policy -> policy.length() <= 2048, () -> ErrorCode.INVALID_NAMED.refusal("Policy")),
            Parameter.text("ExternalId")
                    .where(
                            id -> id.matches("[\\w+=,.@:/-]{2,1224}"),
                            () -> ErrorCode.INVALID_NAMED.refusal("ExternalId")),
            Parameter.text("SourceIdentity"));

    private final SecureRandom random = new SecureRandom();
    private final TemporaryKeys keys;

    AssumeRole(TemporaryKeys keys) {
        this.keys = keys;
    }

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    /** Asked by {@link #answer} itself: a denial has a code of its own here. */
    @Override
    public List<String> resources(Call call) {
        return List.of();
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var arn = arguments.text("RoleArn");
        var match = ARN.matcher(arn);
        if (!match.matches()) {
            throw ErrorCode.INVALID_NAMED.refusal("RoleArn");
        }
        var role = call.world()
                .account(match.group(1))
                .flatMap(account -> account.role(match.group(2)))
                .orElseThrow(() -> ErrorCode.ROLE_NOT_FOUND.refusal(match.group(2)));
        checkAllowed(call, role, arn);
        long seconds = arguments.number("DurationSeconds", Math.min(3600, role.longestSession()));
        if (seconds > role.longestSession()) {
            throw ErrorCode.INVALID_NAMED.refusal("DurationSeconds");
        }
        var key = new TemporaryKey(
                "STS." + text(18),
                text(33),
                text(90),
                match.group(1),
                role.name(),
                arguments.text("RoleSessionName"),
                Moments.wholeSeconds(call.now()).plusSeconds(seconds),
                sessionPolicy(arguments));
        keys.add(key);
        return Answer.of(AssumedRole.body(key, role, arguments));
    }

    private static void checkAllowed(Call call, Role role, String arn) {
        if (!role.trusts(call.caller().accountId())) {
            throw ErrorCode.NO_PERMISSION.refusal();
        }
        Rights.check(call, "sts:AssumeRole", arn, ErrorCode.NO_PERMISSION);
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
