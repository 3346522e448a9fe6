package io.imagesweep.policy;

import io.imagesweep.policy.Node.Entry;
import io.imagesweep.policy.Node.Mapping;
import io.imagesweep.policy.Setting.Absent;
import io.imagesweep.policy.Setting.Broken;
import java.util.List;

/**
 * A mapping of the file with keys of a certain set.
 *
 * @param asked hears of each key that is read
 */
record Section(Mapping mapping, String path, Findings findings, Asked asked) {

    /** Hears which keys are read. */
    interface Asked {
        void key(String key, Kind<?> kind, boolean isRequired);
    }

    Section(Mapping mapping, String path, Findings findings) {
        this(mapping, path, findings, (_, _, _) -> {});
    }

    /** A section without a key, read only to hear what it would read. */
    static Section asking(Asked asked) {
        return new Section(new Mapping(Place.START, List.of()), Pointer.ROOT, new Findings(), asked);
    }

    /** Stands for a section that is not written. */
    static Section absent(Place place, String path, Findings findings) {
        return new Section(new Mapping(place, List.of()), path, findings);
    }

    <T> Setting<T> read(String key, Kind<T> kind) {
        asked.key(key, kind, false);
        return find(key, kind);
    }

    private <T> Setting<T> find(String key, Kind<T> kind) {
        List<Entry> entries = mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .toList();
        if (entries.isEmpty()) {
            return new Absent<>(mapping.place(), Pointer.child(path, key));
        }
        Setting<T> first = Keys.read(entries.getFirst(), Pointer.child(path, key), kind, findings);
        return entries.size() == 1 ? first : new Broken<>();
    }

    /** Reads a key that must be there. */
    <T> Setting<T> require(String key, Kind<T> kind) {
        asked.key(key, kind, true);
        Setting<T> setting = find(key, kind);
        setting.ifAbsent(
                absent -> findings.error(absent.place(), absent.path(), "is missing, allowed: " + kind.allowed()));
        return setting;
    }
}
