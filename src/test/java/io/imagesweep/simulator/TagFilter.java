package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The tags an image must all have; a tag without a value matches any. */
record TagFilter(Map<String, String> wanted) implements Predicate<ListedImage> {

    static final Parameter PARAMETER = Parameter.list(
                    "Tag",
                    20,
                    Parameter.text("Key"),
                    Parameter.text("Value"),
                    Parameter.text("key"),
                    Parameter.text("value"))
            .otherwise(ErrorCode.TAG_COUNT::refusal);

    private static final String ANY = "";

    static TagFilter of(Arguments arguments) {
        return of(arguments, "Tag");
    }

    static TagFilter of(Arguments arguments, String list) {
        var wanted = new LinkedHashMap<String, String>();
        for (var entry : arguments.list(list).values()) {
            var key = entry.getOrDefault("Key", entry.getOrDefault("key", ""));
            if (key.isEmpty()) {
                throw ErrorCode.TAG_MISMATCH.refusal();
            }
            wanted.put(key, entry.getOrDefault("Value", entry.getOrDefault("value", ANY)));
        }
        return new TagFilter(wanted);
    }

    @Override
    public boolean test(ListedImage listed) {
        return test(listed.image().tags());
    }

    /** Of a resource as a Describe action tells it. */
    boolean test(JsonNode body) {
        var tags = new LinkedHashMap<String, String>();
        body.at("/Tags/Tag")
                .forEach(tag -> tags.put(
                        tag.path("TagKey").asString(""), tag.path("TagValue").asString("")));
        return test(tags);
    }

    boolean test(Map<String, String> tags) {
        return wanted.entrySet().stream()
                .allMatch(entry -> tags.containsKey(entry.getKey())
                        && (entry.getValue().equals(ANY) || entry.getValue().equals(tags.get(entry.getKey()))));
    }
}
