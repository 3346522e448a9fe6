package io.imagesweep.policy;

import io.imagesweep.policy.Setting.Absent;
import io.imagesweep.policy.Setting.Broken;
import io.imagesweep.policy.Setting.Given;
import java.util.List;

/** Reads a whole policy. */
final class PolicySettings {

    private static final List<String> KEYS = List.of("version", "protect", "rules", "limits");

    private final String hash;

    private PolicySettings(String hash) {
        this.hash = hash;
    }

    /** Gives the kind of a document that is a policy, whose file has this hash. */
    static Kind<Policy> kind(String hash) {
        return new SectionKind<>(KEYS, new PolicySettings(hash)::policy);
    }

    private Policy policy(Section section) {
        section.require("version", ScalarKind.only(1));
        ProtectSettings protect = protect(section);
        List<Rule> rules = section.require("rules", new RuleSettings(protect, section.findings()).kind())
                .orElse(List.of());
        Limits limits = section.read("limits", LimitsSettings.KIND).orElse(Limits.DEFAULTS);
        return new Policy(hash, protect.inForce(), rules, limits);
    }

    private static ProtectSettings protect(Section section) {
        return switch (section.read("protect", ProtectSettings.KIND)) {
            case Given<ProtectSettings> given -> given.value();
            case Broken<ProtectSettings> broken -> ProtectSettings.broken();
            case Absent<ProtectSettings> absent ->
                ProtectSettings.of(Section.absent(absent.place(), absent.path(), section.findings()));
        };
    }
}
