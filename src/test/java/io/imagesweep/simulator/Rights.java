package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Asks RAM whether a call may do what it is about to do. */
final class Rights {

    private Rights() {}

    /** Refuses with {@code otherwise}, which is told why, unless all that the caller is bound by allow the action on the resource. */
    static void check(Call call, String action, String resource, ErrorCode otherwise) {
        var circumstances = new Circumstances(call.now(), call.sourceIp(), () -> call.tagsOf(resource));
        var verdict = call.caller().verdict(action, resource, circumstances);
        if (verdict != Permissions.Verdict.ALLOWED) {
            throw otherwise.refusal().withAccessDeniedDetail(detail(action, call, verdict));
        }
    }

    private static Map<String, String> detail(String action, Call call, Permissions.Verdict verdict) {
        var caller = call.caller();
        var detail = new LinkedHashMap<String, String>();
        detail.put("AuthAction", action);
        detail.put("AuthPrincipalType", caller.type().principalType());
        detail.put("AuthPrincipalOwnerId", caller.accountId());
        detail.put("AuthPrincipalDisplayName", caller.name());
        detail.put("PolicyType", "AccountLevelIdentityBasedPolicy");
        detail.put("NoPermissionType", verdict.text());
        detail.put("EncodedDiagnosticMessage", Digests.sha256(call.requestId() + action));
        return detail;
    }
}
