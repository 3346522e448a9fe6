package io.imagesweep.policy;

import java.util.Optional;

/** A protection in a pass, with the number of images on which it holds. */
final class ProtectionTally {

    private final Protection protection;
    private long images;

    ProtectionTally(Protection protection) {
        this.protection = protection;
    }

    /** Gives the decision to keep the image, empty where the protection does not hold on it. */
    Optional<Decision> take(Subject subject) {
        Optional<String> reason = protection.reason(subject);
        if (reason.isPresent()) {
            images++;
        }
        return reason.map(text -> new Decision.Keep(subject.candidate(), protection.rule(), text));
    }

    Verdict verdict(Subject subject) {
        Optional<String> reason = protection.reason(subject);
        return new Verdict(protection.rule(), reason.isPresent(), reason.orElse("does not hold"));
    }

    RuleMatch match() {
        return new RuleMatch(protection.rule(), images);
    }
}
