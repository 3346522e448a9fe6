package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The protections that no policy can switch off. */
final class BuiltIn {

    static final String RULE = "built-in";

    private BuiltIn() {}

    /** Gives the first reason to keep the image whatever the policy says, or null. */
    static @Nullable String reason(Subject subject) {
        return switch (subject.status()) {
            case null -> "unknown status: " + wordOf(subject.candidate());
            case CREATING, WAITING -> "being created: " + subject.status();
            case AVAILABLE, DEPRECATED, UNAVAILABLE, CREATE_FAILED -> reasonOfTime(subject);
        };
    }

    static Verdict verdict(Subject subject) {
        String reason = reason(subject);
        return new Verdict(RULE, reason != null, reason == null ? "nothing built in keeps it" : reason);
    }

    private static String wordOf(Candidate candidate) {
        return candidate.status() == null ? "none" : Shown.of(candidate.status());
    }

    private static @Nullable String reasonOfTime(Subject subject) {
        Instant createdAt = subject.candidate().createdAt();
        if (createdAt == null) {
            return "no creation time: none is known";
        }
        if (CandidateOrder.knownCreation(subject.candidate()) == null) {
            return "no creation time: " + createdAt + " is before " + CandidateOrder.FIRST_CREATION;
        }
        if (subject.age() == null) {
            return "future creation time: " + createdAt + " is not before " + subject.now();
        }
        return subject.candidate().isPublic() ? "public: anybody may use it" : null;
    }
}
