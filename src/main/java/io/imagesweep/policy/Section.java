package io.imagesweep.policy;

import io.imagesweep.policy.Node.Entry;
import io.imagesweep.policy.Node.Mapping;
import io.imagesweep.policy.Setting.Absent;
import io.imagesweep.policy.Setting.Broken;
import java.util.List;

/** A mapping of the file with keys of a certain set. */
record Section(Mapping mapping, String path, Findings findings) {

    /** Stands for a section that is not written. */
    static Section absent(Place place, String path, Findings findings) {
        return new Section(new Mapping(place, List.of()), path, findings);
    }

    <T> Setting<T> read(String key, Kind<T> kind) {
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
        Setting<T> setting = read(key, kind);
        setting.ifAbsent(
                absent -> findings.error(absent.place(), absent.path(), "is missing, allowed: " + kind.allowed()));
        return setting;
    }
}
