package io.imagesweep.simulator;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All accounts, alive. */
final class World {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, OwnedKey> keys = new HashMap<>();

    World(StateDocument seed, Instant now) {
        for (var state : seed.accounts()) {
            var account = new Account(state, now);
            accounts.put(state.accountId(), account);
            state.accessKeys().forEach(key -> keys.put(key.id(), new OwnedKey(account, key)));
        }
    }

    Optional<Account> account(String accountId) {
        return Optional.ofNullable(accounts.get(accountId));
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    Optional<OwnedKey> key(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    StateDocument state(Instant now) {
        return new StateDocument(
                accounts.values().stream().map(account -> account.state(now)).toList());
    }

    /** A permanent key and the account it belongs to. */
    record OwnedKey(Account account, AccessKey key) {}
}
