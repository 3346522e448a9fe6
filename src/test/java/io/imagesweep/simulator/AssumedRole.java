package io.imagesweep.simulator;

import tools.jackson.databind.node.ObjectNode;

/** What AssumeRole answers. */
final class AssumedRole {

    private AssumedRole() {}

    static ObjectNode body(TemporaryKey key, Role role, Arguments arguments) {
        var body = Answer.object();
        body.putObject("Credentials")
                .put("AccessKeyId", key.id())
                .put("AccessKeySecret", key.secret())
                .put("SecurityToken", key.token())
                .put("Expiration", key.expiresAt().toString());
        body.putObject("AssumedRoleUser")
                .put("Arn", "acs:ram::%s:role/%s/%s".formatted(key.accountId(), role.name(), key.sessionName()))
                .put("AssumedRoleId", roleId(key) + ":" + key.sessionName());
        arguments.given("SourceIdentity").ifPresent(identity -> body.put("SourceIdentity", identity));
        return body;
    }

    /** Every role has a number; here it follows from its name. */
    static String roleId(TemporaryKey key) {
        return roleId(key.accountId(), key.roleName());
    }

    static String roleId(String accountId, String roleName) {
        return Long.toString(
                300_000_000_000_000_000L + Math.floorMod((accountId + roleName).hashCode(), 1_000_000_000));
    }
}
