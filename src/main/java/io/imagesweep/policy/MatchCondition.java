package io.imagesweep.policy;

import java.util.List;

/** One line of a rule's {@code match}; all of them must hold for an image to belong to the rule. */
sealed interface MatchCondition {

    boolean fits(Subject subject);

    /** The key in {@code match}. */
    String key();

    /** Says whether every image that fits {@code other} certainly fits this one. */
    boolean covers(MatchCondition other);

    /** Asks for one of certain statuses. */
    record InStatus(List<ImageStatus> statuses) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof InStatus(var others) && statuses.containsAll(others);
        }

        @Override
        public String key() {
            return "statuses";
        }

        @Override
        public boolean fits(Subject subject) {
            return subject.status() != null && statuses.contains(subject.status());
        }
    }

    /** Asks for a tag. */
    record WithTag(TagCondition tag) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof WithTag(var narrower) && tag.covers(narrower);
        }

        @Override
        public String key() {
            return "tags, key " + Shown.of(tag.key()) + ",";
        }

        @Override
        public boolean fits(Subject subject) {
            return tag.fits(subject.candidate().tags());
        }
    }

    /** Asks for the lack of a tag. */
    record WithoutTag(TagCondition tag) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof WithoutTag(var wider) && wider.covers(tag);
        }

        @Override
        public String key() {
            return "without-tags, key " + Shown.of(tag.key()) + ",";
        }

        @Override
        public boolean fits(Subject subject) {
            return !tag.fits(subject.candidate().tags());
        }
    }

    /** Asks for a name. */
    record Named(List<TextPattern> names) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof Named(var others) && TextPattern.cover(names, others);
        }

        @Override
        public String key() {
            return "names";
        }

        @Override
        public boolean fits(Subject subject) {
            return TextPattern.firstFit(names, subject.candidate().name()) != null;
        }
    }

    /** Asks for a family. */
    record OfFamily(List<TextPattern> families) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof OfFamily(var others) && TextPattern.cover(families, others);
        }

        @Override
        public String key() {
            return "families";
        }

        @Override
        public boolean fits(Subject subject) {
            return TextPattern.firstFit(families, subject.candidate().family()) != null;
        }
    }

    /** Asks for one of certain regions. */
    record InRegion(List<String> regions) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof InRegion(var others) && regions.containsAll(others);
        }

        @Override
        public String key() {
            return "regions";
        }

        @Override
        public boolean fits(Subject subject) {
            return regions.contains(subject.candidate().key().regionId());
        }
    }

    /** Asks for one of certain accounts. */
    record InAccount(List<String> accounts) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof InAccount(var others) && accounts.containsAll(others);
        }

        @Override
        public String key() {
            return "accounts";
        }

        @Override
        public boolean fits(Subject subject) {
            return accounts.contains(subject.candidate().key().accountId());
        }
    }

    /** Asks for a size that is known and not below a least one. */
    record OfSize(int least) implements MatchCondition {

        @Override
        public boolean covers(MatchCondition other) {
            return other instanceof OfSize(int more) && least <= more;
        }

        @Override
        public String key() {
            return "min-size";
        }

        @Override
        public boolean fits(Subject subject) {
            Integer size = subject.candidate().sizeGib();
            return size != null && size >= least;
        }
    }
}
