package io.imagesweep.policy;

import io.imagesweep.candidate.ReferenceSource;
import java.util.List;

/** Reads what a rule says of how it deletes, and holds it against the protections. */
final class SwitchSettings {

    private SwitchSettings() {}

    static Manner read(Section section, ProtectSettings protect) {
        Findings findings = section.findings();
        Setting<Boolean> force = section.read("force", ScalarKind.truth());
        Setting<Boolean> unshare = section.read("unshare", ScalarKind.truth());
        Setting<Boolean> deleteSnapshots = section.read("delete-snapshots", ScalarKind.truth());
        if (keepsUsed(protect.referencedBy())) {
            refuseTrue(force, "needs protect.referenced-by without instances", findings);
        }
        if (keepsShared(protect.shared())) {
            refuseTrue(unshare, "needs protect.shared: false", findings);
        }
        return new Manner(force.orElse(false), unshare.orElse(false), deleteSnapshots.orElse(false));
    }

    private static void refuseTrue(Setting<Boolean> setting, String why, Findings findings) {
        setting.ifGiven(given -> {
            if (given.value()) {
                findings.error(given.key(), given.path(), why);
            }
        });
    }

    private static boolean keepsUsed(Setting<List<ReferenceSource>> referencedBy) {
        return referencedBy
                .known(List.of(ReferenceSource.values()))
                .filter(sources -> sources.contains(ReferenceSource.INSTANCES))
                .isPresent();
    }

    private static boolean keepsShared(Setting<Boolean> shared) {
        return shared.known(true).orElse(false);
    }
}
