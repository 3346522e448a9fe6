package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that AssumeRole gave out, expired ones too, so that they are refused as what they are. */
final class TemporaryKeys {

    private static final int KEPT = 100_000;

    private final Map<String, TemporaryKey> keys = new LinkedHashMap<>();

    synchronized void add(TemporaryKey key) {
        keys.put(key.id(), key);
        if (keys.size() > KEPT) {
            keys.remove(keys.keySet().iterator().next());
        }
    }

    synchronized Optional<TemporaryKey> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    synchronized boolean hasToken(String token) {
        return keys.values().stream().anyMatch(key -> key.token().equals(token));
    }
}
