package io.imagesweep.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One account, alive. */
final class Account {

    private final AccountState seed;
    private final Map<String, Permissions> rolePermissions;
    private final Map<String, Permissions> keyPermissions;
    private volatile Map<String, Region> regions;

    Account(AccountState seed, Instant now) {
        this.seed = seed;
        rolePermissions = seed.roles().stream().collect(Collectors.toMap(Role::name, Role::permissions));
        keyPermissions = seed.accessKeys().stream().collect(Collectors.toMap(AccessKey::id, AccessKey::permissions));
        var live = new LinkedHashMap<String, Region>();
        seed.regions().forEach(region -> live.put(region.regionId(), new Region(region, now)));
        regions = live;
    }

    String id() {
        return seed.accountId();
    }

    List<AccessKey> accessKeys() {
        return seed.accessKeys();
    }

    Optional<Role> role(String name) {
        return seed.roles().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    Optional<OidcProvider> oidcProvider(String name) {
        return seed.oidcProviders().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    Optional<Permissions> permissionsOfRole(String name) {
        return Optional.ofNullable(rolePermissions.get(name));
    }

    Permissions permissionsOfKey(AccessKey key) {
        return keyPermissions.getOrDefault(key.id(), Permissions.NONE);
    }

    Optional<Region> region(String regionId) {
        return Optional.ofNullable(regions.get(regionId));
    }

    List<Region> regions() {
        return List.copyOf(regions.values());
    }

    synchronized void replace(RegionState region, Instant now) {
        var live = new LinkedHashMap<>(regions);
        var before = live.get(region.regionId());
        live.put(region.regionId(), new Region(before == null ? region : region.after(before.state(now), now), now));
        regions = live;
    }

    AccountState state(Instant now) {
        var states = regions.values().stream().map(region -> region.state(now)).toList();
        return new AccountState(seed.accountId(), seed.accessKeys(), seed.roles(), seed.oidcProviders(), states);
    }
}
