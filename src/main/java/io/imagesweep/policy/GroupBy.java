package io.imagesweep.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What puts the images of a rule, in one account and region, into groups. */
sealed interface GroupBy {

    String TAG = "tag/";

    /** Gives the group of an image, null where it is in none. */
    @Nullable
    String group(Subject subject);

    /** Groups by family. */
    record ByFamily() implements GroupBy {

        @Override
        public @Nullable String group(Subject subject) {
            return subject.family();
        }

        @Override
        public String toString() {
            return "image-family";
        }
    }

    /** Puts all images into one group. */
    record ByRegion() implements GroupBy {

        @Override
        public String group(Subject subject) {
            return "";
        }

        @Override
        public String toString() {
            return "region";
        }
    }

    /** Groups by the value of a tag. */
    record ByTag(String key) implements GroupBy {

        @Override
        public @Nullable String group(Subject subject) {
            return subject.candidate().tags().get(key);
        }

        @Override
        public String toString() {
            return TAG + key;
        }
    }

    static Optional<GroupBy> parse(String text) {
        if (text.startsWith(TAG) && text.length() > TAG.length()) {
            return Optional.of(new ByTag(text.substring(TAG.length())));
        }
        return switch (text) {
            case "image-family" -> Optional.of(new ByFamily());
            case "region" -> Optional.of(new ByRegion());
            default -> Optional.empty();
        };
    }
}
