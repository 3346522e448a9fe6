package io.imagesweep.simulator;

import java.util.List;

/** Says who calls; everybody may ask. */
final class GetCallerIdentity implements Action {

    private static final ParameterTable PARAMETERS = ParameterTable.of(Product.STS);

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of();
    }

    @Override
    public Answer answer(Call call) {
        var caller = call.caller();
        var body = Answer.object()
                .put("IdentityType", caller.type().identityType())
                .put("AccountId", caller.accountId())
                .put("Arn", caller.arn());
        if (caller.type() == Caller.Type.ROLE_SESSION) {
            int colon = caller.name().indexOf(':');
            var roleId = AssumedRole.roleId(caller.accountId(), caller.name().substring(0, colon));
            body.put("RoleId", roleId).put("PrincipalId", roleId + caller.name().substring(colon));
        } else {
            body.put("PrincipalId", caller.accountId()).put("UserId", caller.accountId());
        }
        return Answer.of(body);
    }
}
