package io.imagesweep.policy;

import io.imagesweep.policy.Node.Entry;
import io.imagesweep.policy.Node.Mapping;
import io.imagesweep.policy.Node.Text;
import io.imagesweep.policy.Setting.Broken;
import io.imagesweep.policy.Setting.Given;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what is written for the keys of mappings. */
final class Keys {

    private Keys() {}

    /** Reads the value of one key. */
    static <T> Setting<T> read(Entry entry, String path, Kind<T> kind, Findings findings) {
        if (entry.value() instanceof Text text && text.isBlank()) {
            findings.error(entry.place(), path, "has no value, allowed: " + kind.allowed());
            return new Broken<>();
        }
        return kind.read(entry.value(), path, findings)
                .<Setting<T>>map(
                        value -> new Given<>(value, entry.place(), entry.value().place(), path))
                .orElseGet(Broken::new);
    }

    /** Says which keys come a second time. */
    static void refuseDoubled(Mapping mapping, String path, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            if (!seen.add(entry.key())) {
                String message = "is doubled, allowed: each key once";
                findings.error(entry.place(), Pointer.child(path, entry.key()), message);
            }
        }
    }

    /** Says which keys are none of {@code known}. */
    static void refuseUnknown(Mapping mapping, String path, List<String> known, Findings findings) {
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                String message =
                        "is no key here" + Nearest.hint(entry.key(), known) + ", allowed: " + String.join(", ", known);
                findings.error(entry.place(), Pointer.child(path, entry.key()), message);
            }
        }
    }
}
