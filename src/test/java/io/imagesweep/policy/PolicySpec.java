package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A policy as values, which {@link #toYaml} writes and {@link NaiveDecisions} decides by. */
record PolicySpec(Guards guards, List<RuleSpec> rules) {

    /** A tag with the values that fit; none means any. */
    record TagSpec(String key, List<String> values) {

        boolean isOn(Candidate image) {
            String value = image.tags().get(key);
            return value != null && (values.isEmpty() || values.contains(value));
        }

        String toYaml() {
            return quoted(key) + ": " + (values.isEmpty() ? "'*'" : list(values));
        }
    }

    /** What is protected. */
    record Guards(
            List<TagSpec> tags,
            List<TagSpec> withoutTags,
            List<String> names,
            List<String> statuses,
            int newerThanHours,
            boolean shared,
            int familyFloor,
            List<String> sources,
            boolean allVersions) {

        List<String> toYaml() {
            List<String> lines = new ArrayList<>();
            lines.add("referenced-by: " + sources);
            lines.add("launch-template-versions: " + (allVersions ? "all" : "default-and-latest"));
            lines.addAll(linesOf(Map.of(), tags, withoutTags));
            lines.addAll(linesOf(Map.of("names", names, "statuses", statuses), List.of(), List.of()));
            lines.add("newer-than: " + newerThanHours + "h");
            lines.add("shared: " + shared);
            lines.add("family-floor: " + familyFloor);
            return lines;
        }
    }

    /** What belongs to a rule; empty lists ask for nothing. */
    record MatchSpec(
            List<TagSpec> tags,
            List<TagSpec> withoutTags,
            List<String> names,
            List<String> families,
            List<String> regions,
            List<String> statuses,
            int minSize) {

        List<String> toYaml() {
            List<String> lines = new ArrayList<>(linesOf(
                    Map.of("names", names, "families", families, "regions", regions, "statuses", statuses),
                    tags,
                    withoutTags));
            if (minSize > 0 || lines.isEmpty()) {
                lines.add("min-size: " + Math.max(1, minSize));
            }
            return lines;
        }
    }

    /** Conditions of which all must hold; 0 and null ask for nothing. */
    record DueSpec(int olderThanHours, @Nullable String tagDate, int unusedForHours) {

        List<String> toYaml() {
            List<String> lines = new ArrayList<>();
            if (olderThanHours > 0) {
                lines.add("older-than: " + olderThanHours + "h");
            }
            if (tagDate != null) {
                lines.add("tag-date-passed: " + tagDate);
            }
            if (unusedForHours > 0) {
                lines.add("unused-for: " + unusedForHours + "h");
            }
            return lines;
        }
    }

    /** A rule; {@code due} may be null, and so may {@code per}, but not both. */
    record RuleSpec(
            String name,
            MatchSpec match,
            @Nullable DueSpec due,
            List<DueSpec> anyOf,
            @Nullable String per,
            int count,
            int graceHours) {

        String toYaml() {
            List<String> lines = new ArrayList<>(List.of("name: " + name, "match: " + mapping(match.toYaml())));
            if (due != null) {
                List<String> when = new ArrayList<>(due.toYaml());
                if (!anyOf.isEmpty()) {
                    when.add("any-of: "
                            + anyOf.stream()
                                    .map(one -> mapping(one.toYaml()))
                                    .collect(Collectors.joining(", ", "[", "]")));
                }
                lines.add("delete-when: " + mapping(when));
            }
            if (per != null) {
                lines.add("keep-latest: { count: " + count + ", per: " + per + " }");
            }
            if (graceHours > 0) {
                lines.addAll(List.of("action: deprecate", "grace: " + graceHours + "h"));
            }
            return mapping(lines);
        }
    }

    String toYaml() {
        return "version: 1\nprotect: " + mapping(guards.toYaml()) + "\nrules:\n"
                + rules.stream().map(rule -> "  - " + rule.toYaml() + "\n").collect(Collectors.joining());
    }

    private static List<String> linesOf(
            Map<String, List<String>> lists, List<TagSpec> tags, List<TagSpec> withoutTags) {
        List<String> lines = new ArrayList<>();
        lists.forEach((key, values) -> {
            if (!values.isEmpty()) {
                lines.add(key + ": " + list(values));
            }
        });
        Map.of("tags", tags, "without-tags", withoutTags).forEach((key, values) -> {
            if (!values.isEmpty()) {
                lines.add(key + ": "
                        + mapping(values.stream().map(TagSpec::toYaml).toList()));
            }
        });
        return lines;
    }

    private static String list(List<String> values) {
        return values.stream().map(PolicySpec::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String mapping(List<String> lines) {
        return "{ " + String.join(", ", lines) + " }";
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
