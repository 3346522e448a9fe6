package io.imagesweep.simulator;

import java.util.List;

/**
 * One account of the state: its keys, its roles, and what it holds in each region.
 *
 * @param oidcProviders whose tokens are taken
 */
record AccountState(
        String accountId,
        List<AccessKey> accessKeys,
        List<Role> roles,
        List<OidcProvider> oidcProviders,
        List<RegionState> regions) {

    AccountState {
        Required.text("accountId", accountId);
        accessKeys = accessKeys == null ? List.of() : accessKeys;
        roles = roles == null ? List.of() : roles;
        oidcProviders = oidcProviders == null ? List.of() : oidcProviders;
        regions = regions == null ? List.of() : regions;
        StateDocument.unique("role", roles, Role::name);
        StateDocument.unique("OIDC provider", oidcProviders, OidcProvider::name);
        StateDocument.unique("region", regions, RegionState::regionId);
    }
}
