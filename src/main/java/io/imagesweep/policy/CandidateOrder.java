package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order in which the policy sees images. */
public final class CandidateOrder {

    /** Before this moment there were no images, so an earlier creation time is no time. */
    static final Instant FIRST_CREATION = Instant.parse("2009-01-01T00:00:00Z");

    private static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(
                    CandidateOrder::knownCreation, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(candidate -> candidate.key().imageId(), CandidateOrder::compareBytes);

    private CandidateOrder() {}

    /**
     * Puts newer images of one account and region first, then smaller ids by their bytes; images without a usable
     * creation time come last, except those of the future, which only a moment can tell.
     */
    public static Comparator<Candidate> newestFirst() {
        return NEWEST_FIRST;
    }

    /** Gives the creation time where it is readable and not too early to be true. */
    static @Nullable Instant knownCreation(Candidate candidate) {
        Instant createdAt = candidate.createdAt();
        return createdAt == null || createdAt.isBefore(FIRST_CREATION) ? null : createdAt;
    }

    /** Compares as the database does by {@code collate "C"}: UTF-8 bytes, whose order is that of the code points. */
    static int compareBytes(String a, String b) {
        int common = 0;
        while (common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        if (common == a.length() || common == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        return Integer.compare(rank(a.charAt(common)), rank(b.charAt(common)));
    }

    /** Surrogates stand for code points above all others, although their own numbers are lower than some. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
