package io.imagesweep.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parts of a JSON Schema of draft 2020-12, as mappings and lists. */
final class Schema {

    /** What a text may look like to a reader of YAML that takes some texts for numbers and truths. */
    private static final List<String> TEXTS = List.of("string", "number", "boolean");

    private Schema() {}

    static Map<String, Object> of(String keyword, Object value) {
        return with(Map.of(), keyword, value);
    }

    /** Gives {@code schema} with one keyword more. */
    static Map<String, Object> with(Map<String, Object> schema, String keyword, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        all.put(keyword, value);
        return all;
    }

    /** Demands one of these keys at least. */
    static Map<String, Object> oneOfKeys(String... keys) {
        return of(
                "anyOf",
                Stream.of(keys).map(key -> of("required", List.of(key))).toList());
    }

    /** Any text of this form, an expression that both Java and ECMAScript know. */
    static Map<String, Object> text(String pattern) {
        return with(of("type", TEXTS), "pattern", whole(pattern));
    }

    /** The same, where no number and no truth can be of this form. */
    static Map<String, Object> word(String pattern) {
        return with(of("type", "string"), "pattern", whole(pattern));
    }

    private static String whole(String pattern) {
        return "^(" + pattern + ")$";
    }

    static Map<String, Object> wholeNumber(int least, int most) {
        return with(with(of("type", "integer"), "minimum", least), "maximum", most);
    }

    static Map<String, Object> list(Map<String, Object> element, int least, int most) {
        Map<String, Object> list = with(with(of("type", "array"), "items", element), "minItems", least);
        return most == Integer.MAX_VALUE ? list : with(list, "maxItems", most);
    }

    /** A section whose keys are found out by reading it once while it is empty, so that none can be forgotten. */
    static Map<String, Object> section(SectionKind<?> kind) {
        var keys = new KeysAsked();
        var _ = kind.body().apply(Section.asking(keys));
        Map<String, Object> section = with(of("type", "object"), "properties", keys.inOrder(kind.keys()));
        section.put("additionalProperties", false);
        section.put("minProperties", 1);
        if (!keys.required.isEmpty()) {
            section.put("required", keys.required);
        }
        section.putAll(kind.demands());
        return section;
    }

    /** The keys that a section reads. */
    private static final class KeysAsked implements Section.Asked {

        private final Map<String, Object> schemas = new LinkedHashMap<>();
        private final List<String> required = new ArrayList<>();

        @Override
        public void key(String key, Kind<?> kind, boolean isRequired) {
            schemas.putIfAbsent(key, with(kind.schema(), "description", kind.allowed()));
            if (isRequired) {
                required.add(key);
            }
        }

        Map<String, Object> inOrder(List<String> keys) {
            Map<String, Object> ordered = new LinkedHashMap<>();
            keys.forEach(key -> ordered.put(key, schemas.get(key)));
            if (!ordered.equals(schemas)) {
                throw new IllegalStateException("known are " + keys + ", but read are " + schemas.keySet());
            }
            return ordered;
        }
    }
}
