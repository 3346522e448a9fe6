package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with what is known of it at this moment of a pass.
 *
 * @param evidence what is known of it beside itself
 * @param status null for a status that nobody knows
 * @param age null without a usable creation time
 * @param newerInFamily Available images of its family that are newer; 0 where none is counted
 */
record Subject(
        Candidate candidate,
        Evidence evidence,
        Instant now,
        @Nullable ImageStatus status,
        @Nullable Duration age,
        long newerInFamily) {

    static Subject of(Candidate candidate, Evidence evidence, Instant now) {
        Instant createdAt = CandidateOrder.knownCreation(candidate);
        boolean isUsable = createdAt != null && createdAt.isBefore(now);
        return new Subject(
                candidate,
                evidence,
                now,
                ImageStatus.of(candidate.status()),
                isUsable ? Duration.between(createdAt, now) : null,
                0);
    }

    /** Sees the image behind {@code newer} Available ones of its family. */
    Subject behind(long newer) {
        return new Subject(candidate, evidence, now, status, age, newer);
    }

    /** Gives the family, null where there is none. */
    @Nullable
    String family() {
        String family = candidate.family();
        return family == null || family.isEmpty() ? null : family;
    }

    boolean isAvailable() {
        return status == ImageStatus.AVAILABLE;
    }

    /** Says whether this image counts as a newer one for those that come behind it. */
    boolean countsAsNewer() {
        return isAvailable() && age != null;
    }

    boolean isYoungerThan(Span span) {
        return age != null && age.compareTo(span.duration()) < 0;
    }

    boolean isOlderThan(Span span) {
        return age != null && age.compareTo(span.duration()) > 0;
    }

    /** Says how old the image is, rounded down. */
    String ageText() {
        return age == null ? "of unknown age" : Ages.text(age) + " old";
    }
}
