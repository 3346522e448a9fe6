package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectionErrorsTests {
    static Stream<Arguments> protections() {
        String tag = "allowed: text without *, a list of such texts, or \"*\" alone for any value";
        String statuses = "allowed: Available, Deprecated, UnAvailable, CreateFailed, Creating, Waiting";
        String pattern = "allowed: a glob with * and ?, or regex: and a regular expression (RE2)";
        return Stream.of(
                arguments("tags: { a: 'x*' }", "42: /protect/tags/a: found \"x*\", " + tag),
                arguments("tags: { a: ['*'] }", "43: /protect/tags/a: found \"*\", allowed: text without *"),
                arguments("tags: { a: [x, 'y*'] }", "46: /protect/tags/a: found \"y*\", allowed: text without *"),
                arguments("tags: { a: [x, [y]] }", "46: /protect/tags/a: found a list, allowed: text without *"),
                arguments(
                        "tags: { a: [] }",
                        "42: /protect/tags/a: found an empty list, allowed: a list of 1 or more texts without *"),
                arguments("tags: { a: { b: c } }", "42: /protect/tags/a: found a mapping, " + tag),
                arguments("tags: { a: }", "39: /protect/tags/a: has no value, " + tag),
                arguments("tags: { a: 1, a: 2 }", "45: /protect/tags/a: is doubled, allowed: each key once"),
                arguments("tags: { '': 1 }", "39: /protect/tags/: found an empty tag key, allowed: text"),
                arguments(
                        "without-tags: {}",
                        "45: /protect/without-tags: found an empty mapping, allowed: a mapping from one or more tag keys"
                                + " to text, a list of texts, or \"*\""),
                arguments(
                        "names: []", "38: /protect/names: found an empty list, allowed: a list of 1 or more patterns"),
                arguments("names: 'a*'", "38: /protect/names: found \"a*\", allowed: a list of 1 or more patterns"),
                arguments("names: ['a*', ]", null),
                arguments("names: ['a*', {}]", "45: /protect/names: found an empty mapping, " + pattern),
                arguments(
                        "names: ['regex:(']", "39: /protect/names: found \"regex:(\" (missing closing )), " + pattern),
                arguments("statuses: [available]", "42: /protect/statuses: found \"available\", " + statuses),
                arguments("newer-than: 0d", "43: /protect/newer-than: found \"0d\", " + Policies.SPAN),
                arguments("newer-than: 1.5d", "43: /protect/newer-than: found \"1.5d\", " + Policies.SPAN),
                arguments("newer-than: 30m", "43: /protect/newer-than: found \"30m\", " + Policies.SPAN),
                arguments("newer-than: 07d", "43: /protect/newer-than: found \"07d\", " + Policies.SPAN),
                arguments("newer-than: 7D", "43: /protect/newer-than: found \"7D\", " + Policies.SPAN),
                arguments("newer-than: 7 d", "43: /protect/newer-than: found \"7 d\", " + Policies.SPAN),
                arguments("newer-than: 7", "43: /protect/newer-than: found \"7\", " + Policies.SPAN),
                arguments("newer-than: 3651d", "43: /protect/newer-than: found \"3651d\", " + Policies.SPAN),
                arguments("newer-than: 522w", "43: /protect/newer-than: found \"522w\", " + Policies.SPAN),
                arguments("newer-than: 87601h", "43: /protect/newer-than: found \"87601h\", " + Policies.SPAN),
                arguments(
                        "newer-than: 99999999999999999999d",
                        "43: /protect/newer-than: found \"99999999999999999999d\", " + Policies.SPAN),
                arguments("newer-than: [7d]", "43: /protect/newer-than: found a list, " + Policies.SPAN),
                arguments("newer-than: ''", "43: /protect/newer-than: found \"\", " + Policies.SPAN),
                arguments("shared: yes", "39: /protect/shared: found \"yes\", allowed: true, false"),
                arguments("shared: True", "39: /protect/shared: found \"True\", allowed: true, false"),
                arguments("shared: 1", "39: /protect/shared: found \"1\", allowed: true, false"),
                arguments(
                        "family-floor: -1",
                        "45: /protect/family-floor: found \"-1\", allowed: a whole number from 0 to 1000"),
                arguments(
                        "family-floor: 1001",
                        "45: /protect/family-floor: found \"1001\", allowed: a whole number from 0 to 1000"),
                arguments(
                        "family-floor: 010",
                        "45: /protect/family-floor: found \"010\", allowed: a whole number from 0 to 1000"),
                arguments(
                        "family-floor: 1e2",
                        "45: /protect/family-floor: found \"1e2\", allowed: a whole number from 0 to 1000"),
                arguments(
                        "family-floor: 9999999999",
                        "45: /protect/family-floor: found \"9999999999\", allowed: a whole number from 0 to 1000"),
                arguments(
                        "launch-template-versions: latest",
                        "57: /protect/launch-template-versions: found \"latest\", allowed: all, default-and-latest"),
                arguments("launch-template-versions: all", null),
                arguments("launch-template-versions: default-and-latest", null));
    }

    @ParameterizedTest
    @MethodSource("protections")
    void refusesWrongValuesOfProtections(String line, @Nullable String expected) {
        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: [], " + line + " }\n" + Policies.RULES))
                .isEqualTo(expected == null ? List.of() : List.of("policy.yml:2:" + expected));
    }

    @Test
    void refusesWrongSourcesOfReferences() {
        String sources = "instances, launch-templates, scaling-configurations";
        String four = "[instances, instances, instances, instances]";

        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: [instance] }\n" + Policies.RULES))
                .containsExactly("policy.yml:2:28: /protect/referenced-by: found \"instance\", allowed: " + sources);
        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: " + four + " }\n" + Policies.RULES))
                .containsExactly("policy.yml:2:27: /protect/referenced-by: found a list, allowed: a list of 0 to 3 of "
                        + sources);
        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: [] }\n" + Policies.RULES))
                .isEmpty();
        assertThat(Policies.errors("version: 1\n" + Policies.RULES)).isEmpty();
        assertThat(Policies.errors("version: 1\nprotect: none\n" + Policies.RULES))
                .hasSize(1);
    }
}
