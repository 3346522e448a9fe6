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

    /** Something may be done to the image. Only the policy can make one, so nothing else can approve a call. */
    sealed interface Change extends Decision {

        /** The rule that asks for it; {@code ids-file} for a list of ids. */
        @Override
        String rule();
    }

    /** The image may be deleted. */
    final class Delete implements Change {

        private final Candidate candidate;
        private final String rule;
        private final String reason;
        private final Manner manner;

        Delete(Candidate candidate, String rule, String reason, Manner manner) {
            this.candidate = candidate;
            this.rule = rule;
            this.reason = reason;
            this.manner = manner;
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

        public Manner manner() {
            return manner;
        }
    }

    /** The image may be hidden, as the stage before its deletion. */
    final class Deprecate implements Change {

        private final Candidate candidate;
        private final String rule;
        private final String reason;

        Deprecate(Candidate candidate, String rule, String reason) {
            this.candidate = candidate;
            this.rule = rule;
            this.reason = reason;
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
    }
}
