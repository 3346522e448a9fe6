package io.imagesweep.policy;

import io.imagesweep.candidate.ReferenceSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of a rule's {@code delete-when}. */
sealed interface DueCondition {

    boolean holds(Subject subject);

    /** Says what was found, and what it was held against. */
    String found(Subject subject);

    /** Asks for an age above a span. */
    record OlderThan(Span span) implements DueCondition {

        @Override
        public boolean holds(Subject subject) {
            return subject.isOlderThan(span);
        }

        @Override
        public String found(Subject subject) {
            return subject.ageText() + ", older-than " + span;
        }
    }

    /** Asks for a time without use above a span, in which all of {@code sources} were watched. */
    record UnusedFor(Span span, List<ReferenceSource> sources) implements DueCondition {

        @Override
        public boolean holds(Subject subject) {
            return IdleTime.of(subject, sources).isLongerThan(span);
        }

        @Override
        public String found(Subject subject) {
            return IdleTime.of(subject, sources).text() + ", unused-for " + span;
        }
    }

    /** Asks for a tag whose moment has passed. */
    record TagDatePassed(String key) implements DueCondition {

        @Override
        public boolean holds(Subject subject) {
            return moment(subject.candidate().tags())
                    .filter(moment -> moment.isBefore(subject.now()))
                    .isPresent();
        }

        @Override
        public String found(Subject subject) {
            Map<String, String> tags = subject.candidate().tags();
            String found = TagCondition.found(key, tags);
            boolean isUnreadable = tags.containsKey(key) && moment(tags).isEmpty();
            return isUnreadable ? found + ", which is neither a date nor a time" : found;
        }

        private Optional<Instant> moment(Map<String, String> tags) {
            return Optional.ofNullable(tags.get(key)).flatMap(TagMoment::of);
        }
    }

    /** Asks for one of several sets of conditions. */
    record AnyOf(List<DeleteWhen> choices) implements DueCondition {

        @Override
        public boolean holds(Subject subject) {
            return choices.stream().anyMatch(choice -> choice.holds(subject));
        }

        @Override
        public String found(Subject subject) {
            return choices.stream()
                    .filter(choice -> choice.holds(subject))
                    .findFirst()
                    .map(choice -> choice.found(subject))
                    .orElseGet(() -> "none of the " + choices.size() + " in any-of holds");
        }
    }
}
