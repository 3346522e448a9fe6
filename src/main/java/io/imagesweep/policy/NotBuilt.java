package io.imagesweep.policy;

import io.imagesweep.policy.Setting.Given;
import java.util.List;

/** Refuses what the language knows and this version cannot do: to read over it would delete what it protects. */
final class NotBuilt {

    private static final String REFERENCES =
            "references are not built yet, allowed for now: referenced-by: [] in protect,"
                    + " which leaves it to the API to refuse images in use";

    private NotBuilt() {}

    static void refuse(Given<?> given, String what, Findings findings) {
        findings.error(given.key(), given.path(), what + " is not built yet, allowed for now: to leave it out");
    }

    /** Refuses a switch that is on. */
    static void refuseTrue(Setting<Boolean> setting, String what, Findings findings) {
        setting.ifGiven(given -> {
            if (given.value()) {
                refuse(given, what, findings);
            }
        });
    }

    /** Refuses all but the empty list of sources; without the key all sources count. */
    static void refuseReferences(Setting<List<ReferenceSource>> referencedBy, Findings findings) {
        referencedBy.ifAbsent(absent -> findings.error(absent.place(), absent.path(), REFERENCES));
        referencedBy.ifGiven(given -> {
            if (!given.value().isEmpty()) {
                findings.error(given.key(), given.path(), REFERENCES);
            }
        });
    }
}
