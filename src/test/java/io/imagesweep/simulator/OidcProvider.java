package io.imagesweep.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside whose word an account takes for who calls, as that of a cluster of Kubernetes.
 *
 * @param issuer who must have made a token
 * @param clientIds for one of whom it must be made; sts.aliyuncs.com by default
 */
record OidcProvider(String name, String issuer, @Nullable List<String> clientIds) {

    private static final List<String> STS = List.of("sts.aliyuncs.com");

    OidcProvider {
        Required.text("oidcProviders.name", name);
        Required.text("oidcProviders.issuer", issuer);
    }

    /** Refuses a token that is not of this provider, is for somebody else, or has ended. */
    void check(OidcToken token, Instant now) {
        if (!token.issuer().equals(issuer)) {
            throw ErrorCode.OIDC_ISSUER.refusal();
        }
        if (token.audience().stream().noneMatch(clients()::contains)) {
            throw ErrorCode.OIDC_AUDIENCE.refusal();
        }
        if (!now.isBefore(token.end())) {
            throw ErrorCode.OIDC_EXPIRED.refusal();
        }
    }

    private List<String> clients() {
        return clientIds == null ? STS : clientIds;
    }
}
