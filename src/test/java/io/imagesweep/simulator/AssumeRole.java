package io.imagesweep.simulator;

import java.util.List;

/** Gives out a temporary key that acts as a role, in the role's account. */
final class AssumeRole implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.STS,
            Parameter.text("RoleArn")
                    .where(
                            arn -> RoleSessions.ROLE.matcher(arn).matches(),
                            () -> ErrorCode.INVALID_NAMED.refusal("RoleArn"))
                    .mandatory(),
            RoleSessions.NAME,
            RoleSessions.SECONDS,
            RoleSessions.POLICY,
            Parameter.text("ExternalId")
                    .where(
                            id -> id.matches("[\\w+=,.@:/-]{2,1224}"),
                            () -> ErrorCode.INVALID_NAMED.refusal("ExternalId")),
            Parameter.text("SourceIdentity"));

    private final RoleSessions sessions;

    AssumeRole(TemporaryKeys keys) {
        this.sessions = new RoleSessions(keys);
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
        var match = RoleSessions.ROLE.matcher(arn);
        if (!match.matches()) {
            throw ErrorCode.INVALID_NAMED.refusal("RoleArn");
        }
        var role = call.world()
                .account(match.group(1))
                .flatMap(account -> account.role(match.group(2)))
                .orElseThrow(() -> ErrorCode.ROLE_NOT_FOUND.refusal(match.group(2)));
        checkAllowed(call, role, arn);
        var key = sessions.begin(call, match.group(1), role);
        return Answer.of(AssumedRole.body(key, role, arguments));
    }

    private static void checkAllowed(Call call, Role role, String arn) {
        if (!role.trusts(call.caller().accountId())) {
            throw ErrorCode.NO_PERMISSION.refusal();
        }
        Rights.check(call, "sts:AssumeRole", arn, ErrorCode.NO_PERMISSION);
    }
}
