package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;

/** The patterns that ListTagResources takes for tags: each must be met by a tag. */
record TagGlobs(List<Wanted> wanted) {

    static TagGlobs of(Arguments arguments) {
        return new TagGlobs(arguments.list("TagFilter").values().stream()
                .map(entry -> new Wanted(
                        new Glob(entry.getOrDefault("TagKey", "*")),
                        entry.entrySet().stream()
                                .filter(part -> part.getKey().startsWith("TagValues."))
                                .map(part -> new Glob(part.getValue()))
                                .toList()))
                .toList());
    }

    boolean test(Map<String, String> tags) {
        return wanted.stream().allMatch(one -> tags.entrySet().stream().anyMatch(one::matches));
    }

    /** A pattern for a tag's key, and patterns for its value, one of which is enough. */
    record Wanted(Glob key, List<Glob> values) {

        boolean matches(Map.Entry<String, String> tag) {
            return key.matches(tag.getKey())
                    && (values.isEmpty() || values.stream().anyMatch(value -> value.matches(tag.getValue())));
        }
    }
}
