package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageKey;
import org.jspecify.annotations.Nullable;

/** What the policy says of one image, by which rule and why, in the words of the policy language. */
public sealed interface Decision {

    Candidate candidate();

    /** {@code built-in}, {@code protect.KEY}, a rule's name, {@code ids-file}; null where no rule speaks. */
    @Nullable
    String rule();

    /** A kind of the policy language's vocabulary, and after a colon its details. */
    String reason();

    default ImageKey key() {
        return candidate().key();
    }

    /** The image stays. */
    record Keep(Candidate candidate, @Nullable String rule, String reason) implements Decision {}

    /** The image may be deleted. Only the policy can make one, so nothing else can approve a deletion. */
    final class Delete implements Decision {

        private final Candidate candidate;
        private final String rule;
        private final String reason;
        private final boolean force;

        Delete(Candidate candidate, String rule, String reason, boolean force) {
            this.candidate = candidate;
            this.rule = rule;
            this.reason = reason;
            this.force = force;
        }

        @Override
        public Candidate candidate() {
            return candidate;
        }

        @Override
        public String rule() {
            return rule;
        }

        @Override
        public String reason() {
            return reason;
        }

        /** Says whether the rule allows deleting the image although instances use it. */
        public boolean force() {
            return force;
        }
    }
}
