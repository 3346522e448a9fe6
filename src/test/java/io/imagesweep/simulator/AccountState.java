package io.imagesweep.simulator;

import java.util.List;

/** One account of the state: its keys, its roles, and what it holds in each region. */
record AccountState(String accountId, List<AccessKey> accessKeys, List<Role> roles, List<RegionState> regions) {

    AccountState {
        Required.text("accountId", accountId);
        accessKeys = accessKeys == null ? List.of() : accessKeys;
        roles = roles == null ? List.of() : roles;
        regions = regions == null ? List.of() : regions;
        StateDocument.unique("role", roles, Role::name);
        StateDocument.unique("region", regions, RegionState::regionId);
    }
}
