package io.imagesweep.policy;

import io.imagesweep.candidate.ImageUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of {@code protect}: an image on which it holds is kept, whatever a rule says. */
sealed interface Protection {

    /** The key in {@code protect}. */
    String key();

    /** What decided when this protection keeps an image. */
    default String rule() {
        return "protect." + key();
    }

    /** Says whether it keeps every image that fits {@code condition}. */
    default boolean keepsAll(MatchCondition condition) {
        return false;
    }

    /** Gives the reason to keep the image, empty where the protection does not hold on it. */
    Optional<String> reason(Subject subject);

    /** Keeps images of certain statuses. */
    record OfStatuses(List<ImageStatus> statuses) implements Protection {

        @Override
        public String key() {
            return "statuses";
        }

        @Override
        public boolean keepsAll(MatchCondition condition) {
            return new MatchCondition.InStatus(statuses).covers(condition);
        }

        @Override
        public Optional<String> reason(Subject subject) {
            return Optional.ofNullable(subject.status())
                    .filter(statuses::contains)
                    .map(status -> "protected status: " + status);
        }
    }

    /** Keeps images that carry one of certain tags. */
    record OfTags(List<TagCondition> tags) implements Protection {

        @Override
        public String key() {
            return "tags";
        }

        @Override
        public boolean keepsAll(MatchCondition condition) {
            return tags.stream().map(MatchCondition.WithTag::new).anyMatch(tag -> tag.covers(condition));
        }

        @Override
        public Optional<String> reason(Subject subject) {
            Map<String, String> found = subject.candidate().tags();
            return Optional.ofNullable(TagCondition.first(tags, found, true))
                    .map(tag -> "protected tag: " + tag.found(found));
        }
    }

    /** Keeps images that lack one of certain tags. */
    record WithoutTags(List<TagCondition> tags) implements Protection {

        @Override
        public String key() {
            return "without-tags";
        }

        @Override
        public boolean keepsAll(MatchCondition condition) {
            return tags.stream().map(MatchCondition.WithoutTag::new).anyMatch(tag -> tag.covers(condition));
        }

        @Override
        public Optional<String> reason(Subject subject) {
            Map<String, String> found = subject.candidate().tags();
            return Optional.ofNullable(TagCondition.first(tags, found, false))
                    .map(tag -> "protected without tag: " + tag.found(found));
        }
    }

    /** Keeps images of certain names. */
    record OfNames(List<TextPattern> names) implements Protection {

        @Override
        public String key() {
            return "names";
        }

        @Override
        public boolean keepsAll(MatchCondition condition) {
            return new MatchCondition.Named(names).covers(condition);
        }

        @Override
        public Optional<String> reason(Subject subject) {
            String name = subject.candidate().name();
            return Optional.ofNullable(TextPattern.firstFit(names, name))
                    .map(pattern -> "protected name: fits " + Shown.of(pattern.toString()));
        }
    }

    /** Keeps young images. */
    record NewerThan(Span span) implements Protection {

        @Override
        public String key() {
            return "newer-than";
        }

        @Override
        public Optional<String> reason(Subject subject) {
            return subject.isYoungerThan(span)
                    ? Optional.of("too new: " + subject.ageText() + ", newer-than " + span)
                    : Optional.empty();
        }
    }

    /** Keeps images that are shared, or may be. */
    record OfShared() implements Protection {

        @Override
        public String key() {
            return "shared";
        }

        @Override
        public Optional<String> reason(Subject subject) {
            Boolean shared = subject.candidate().shared();
            if (shared == null) {
                return Optional.of("shares unknown: nobody could tell with whom it is shared");
            }
            return shared ? Optional.of("shared: other accounts may use it") : Optional.empty();
        }
    }

    /** Keeps images that somebody uses, or may use. */
    record ReferencedBy(UseSearch search) implements Protection {

        @Override
        public String key() {
            return "referenced-by";
        }

        @Override
        public Optional<String> reason(Subject subject) {
            ImageUse use = search.current(subject);
            if (use != null) {
                return Optional.of("referenced: " + UseText.of(use));
            }
            return Optional.ofNullable(search.unknown(subject)).map("references unknown: "::concat);
        }
    }

    /** Keeps the newest Available images of each family. */
    record FamilyFloor(int floor) implements Protection {

        @Override
        public String key() {
            return "family-floor";
        }

        @Override
        public Optional<String> reason(Subject subject) {
            if (!subject.countsAsNewer() || subject.family() == null || subject.newerInFamily() >= floor) {
                return Optional.empty();
            }
            return Optional.of("family floor: " + subject.newerInFamily() + " newer in family "
                    + Shown.of(subject.family()) + ", family-floor " + floor);
        }
    }
}
