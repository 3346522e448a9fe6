package io.imagesweep.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole state, as a seed file has it and as it is read back. */
record StateDocument(List<AccountState> accounts) {

    StateDocument {
        accounts = accounts == null ? List.of() : accounts;
        unique("account", accounts, AccountState::accountId);
        unique(
                "access key",
                accounts.stream().flatMap(a -> a.accessKeys().stream()).toList(),
                AccessKey::id);
    }

    static <T> void unique(String what, List<T> items, Function<T, String> id) {
        var seen = new HashSet<String>();
        for (var item : items) {
            if (!seen.add(id.apply(item))) {
                throw new IllegalArgumentException(what + " " + id.apply(item) + " is there twice");
            }
        }
    }

    static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toMap(id, item -> item));
    }
}
