package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a call; an empty value counts as none. */
final class Arguments {

    private final SortedMap<String, String> values;

    Arguments(SortedMap<String, String> values) {
        this.values = values;
    }

    /** The value, or an empty text. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    int integer(String name, int byDefault) {
        return given(name).map(Integer::parseInt).orElse(byDefault);
    }

    long number(String name, long byDefault) {
        return given(name).map(Long::parseLong).orElse(byDefault);
    }

    /** The entries of {@code Name.1.Part}, or with an empty part of {@code Name.1}, by their number. */
    NavigableMap<Integer, Map<String, String>> list(String name) {
        var entries = new TreeMap<Integer, Map<String, String>>();
        var prefix = name + ".";
        values.tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .forEach(entry -> add(entries, entry.getKey().substring(prefix.length()), entry.getValue()));
        return entries;
    }

    /** The values of {@code Name.1}, {@code Name.2} and so on. */
    List<String> texts(String name) {
        return list(name).values().stream()
                .flatMap(entry -> Optional.ofNullable(entry.get("")).stream())
                .toList();
    }

    SortedMap<String, String> all() {
        return values;
    }

    private static void add(Map<Integer, Map<String, String>> entries, String rest, String value) {
        int dot = rest.indexOf('.');
        var number = dot < 0 ? rest : rest.substring(0, dot);
        if (number.matches("[1-9]\\d{0,3}") && !value.isEmpty()) {
            entries.computeIfAbsent(Integer.valueOf(number), any -> new TreeMap<>())
                    .put(dot < 0 ? "" : rest.substring(dot + 1), value);
        }
    }
}
