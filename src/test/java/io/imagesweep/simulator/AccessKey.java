package io.imagesweep.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A permanent key of an account; without any of allow, deny and policy it may do everything.
 *
 * @param active null is true
 */
record AccessKey(
        String id,
        String secret,
        @Nullable Boolean active,
        @Nullable List<Grant> allow,
        @Nullable List<Grant> deny,
        @Nullable JsonNode policy) {

    AccessKey {
        Required.text("accessKeys.id", id);
        Required.text("accessKeys.secret", secret);
        active = active == null || active;
    }

    boolean usable() {
        return !Boolean.FALSE.equals(active);
    }

    boolean isUnlimited() {
        return allow == null && deny == null && policy == null;
    }

    Permissions permissions() {
        if (allow == null && policy == null) {
            return Permissions.of(List.of(new Grant("*", null)), deny, null);
        }
        return Permissions.of(allow, deny, policy);
    }
}
