package io.imagesweep.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag that an image may carry.
 *
 * @param values those that fit; none at all means that any does
 */
record TagCondition(String key, List<String> values) {

    boolean fits(Map<String, String> tags) {
        String value = tags.get(key);
        return value != null && (values.isEmpty() || values.contains(value));
    }

    /** Says whether whatever fits {@code other} fits this one. */
    boolean covers(TagCondition other) {
        boolean allValues = values.isEmpty() || (!other.values.isEmpty() && values.containsAll(other.values));
        return key.equals(other.key) && allValues;
    }

    /** Gives the first of {@code conditions} that {@code tags} fit, or do not fit, as asked; null where there is none. */
    static @Nullable TagCondition first(List<TagCondition> conditions, Map<String, String> tags, boolean fits) {
        for (TagCondition condition : conditions) {
            if (condition.fits(tags) == fits) {
                return condition;
            }
        }
        return null;
    }

    /** Says what {@code tags} hold for this key. */
    String found(Map<String, String> tags) {
        return found(key, tags);
    }

    /** Says what {@code tags} hold for {@code key}. */
    static String found(String key, Map<String, String> tags) {
        String value = tags.get(key);
        return value == null ? "no tag " + Shown.of(key) : "tag " + Shown.of(key) + " is " + Shown.of(value);
    }
}
