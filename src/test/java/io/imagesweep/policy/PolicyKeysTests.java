package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyKeysTests {
    static Stream<Arguments> yaml() {
        return Stream.of(
                arguments(
                        "version: &v 1\nprotect: { referenced-by: [] }\n" + Policies.RULES,
                        List.of("1:10: /version: found the anchor &v, allowed: the value alone")),
                arguments(
                        "version: !!int 1\nprotect: { referenced-by: ! [] }\n" + Policies.RULES,
                        List.of(
                                "1:10: /version: found the YAML tag tag:yaml.org,2002:int, allowed: the value alone",
                                "2:27: /protect/referenced-by: found the YAML tag !, allowed: the value alone")),
                arguments(
                        "version: 1\nprotect: { referenced-by: [], names: [&a 'x*', *a], tags: !x { k: *a } }\n"
                                + Policies.RULES,
                        List.of(
                                "2:39: /protect/names: found the anchor &a, allowed: the value alone",
                                "2:48: /protect/names: found the alias *a, allowed: the value alone",
                                "2:59: /protect/tags: found the YAML tag !x, allowed: the value alone",
                                "2:67: /protect/tags/k: found the alias *a, allowed: the value alone")),
                arguments(
                        Policies.HEAD
                                + "rules: [&r { name: !n r, match: { accounts: [1] }, keep-latest: { count: 1, per: region } }, *r]",
                        List.of(
                                "3:9: /rules/0: found the anchor &r, allowed: the value alone",
                                "3:20: /rules/0/name: found the YAML tag !n, allowed: the value alone",
                                "3:94: /rules/1: found the alias *r, allowed: the value alone")),
                arguments(
                        Policies.HEAD + Policies.RULES
                                + "? [a]\n: b\n? {}\n: c\n? &k limits\n: { ramp-up: 1 }\n? *k\n: d",
                        List.of(
                                "7:3: found a list as a key, allowed: text",
                                "9:3: found an empty mapping as a key, allowed: text",
                                "11:3: /limits: found the anchor &k, allowed: the value alone",
                                "13:3: found the alias *k, allowed: the value alone")),
                arguments(
                        Policies.HEAD + Policies.RULES + "x: " + "[".repeat(20) + "]".repeat(20) + "\n",
                        List.of(
                                "7:1: /x: is no key here, allowed: version, protect, rules, limits",
                                "7:23: /x: found lists and mappings within each other, allowed: at most 20")),
                arguments(
                        Policies.HEAD + Policies.RULES + "<<: { version: 2 }",
                        List.of("7:1: /<<: is no key here, allowed: version, protect, rules, limits")));
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void refusesWhatYamlAllowsBesidePlainValues(String text, List<String> expected) {
        assertThat(Policies.errors(text))
                .isEqualTo(expected.stream().map("policy.yml:"::concat).toList());
    }

    static Stream<Arguments> keys() {
        String known = "allowed: version, protect, rules, limits";
        return Stream.of(
                arguments(
                        Policies.HEAD + Policies.RULES + "Limits: { ramp-up: 1 }",
                        List.of("7:1: /Limits: is no key here (did you mean limits?), " + known)),
                arguments(
                        Policies.HEAD + Policies.RULES + "a/b~c: 1",
                        List.of("7:1: /a~1b~0c: is no key here, " + known)),
                arguments(
                        Policies.HEAD + Policies.RULES + "version: 2",
                        List.of("7:1: /version: is doubled, allowed: each key once")),
                arguments(
                        Policies.HEAD + Policies.RULES + "limits:",
                        List.of("7:1: /limits: has no value, allowed: a mapping with one or more of max-deletions,"
                                + " max-deletions-per-run, max-percent, max-population-drop, max-percent-from,"
                                + " on-exceeded, max-failures, ramp-up")),
                arguments(
                        Policies.HEAD + Policies.RULES + "limits: { max_percent: 1, ramp-upp: 1, rampup: 1, tags: 1 }",
                        List.of(
                                "7:11: /limits/max_percent: is no key here (did you mean max-percent?), allowed:"
                                        + " max-deletions, max-deletions-per-run, max-percent, max-population-drop,"
                                        + " max-percent-from, on-exceeded, max-failures, ramp-up",
                                "7:27: /limits/ramp-upp: is no key here (did you mean ramp-up?), allowed: max-deletions,"
                                        + " max-deletions-per-run, max-percent, max-population-drop, max-percent-from,"
                                        + " on-exceeded, max-failures, ramp-up",
                                "7:40: /limits/rampup: is no key here (did you mean ramp-up?), allowed: max-deletions,"
                                        + " max-deletions-per-run, max-percent, max-population-drop, max-percent-from,"
                                        + " on-exceeded, max-failures, ramp-up",
                                "7:51: /limits/tags: is no key here, allowed: max-deletions, max-deletions-per-run,"
                                        + " max-percent, max-population-drop, max-percent-from, on-exceeded,"
                                        + " max-failures, ramp-up")),
                arguments(
                        "protect: { referenced-by: [] }\n",
                        List.of(
                                "1:1: /rules: is missing, allowed: a list of 1 or more rules",
                                "1:1: /version: is missing, allowed: 1")),
                arguments(
                        Policies.HEAD
                                + "rules:\n  - match: { names: ['*'] }\n  - name: b\n    keep-latest: {}\n  - x\n",
                        List.of(
                                "4:5: /rules/0: has neither delete-when nor keep-latest, allowed: one or both",
                                "4:5: /rules/0/name: is missing, allowed: [a-z0-9][a-z0-9-]{0,62}, but not built-in"
                                        + " or ids-file",
                                "5:5: /rules/1/match: is missing, allowed: a mapping with one or more of tags,"
                                        + " without-tags, names, families, regions, accounts, statuses, min-size",
                                "6:18: /rules/1/keep-latest: found an empty mapping, allowed: a mapping with one or more"
                                        + " of count, per",
                                "7:5: /rules/2: found \"x\", allowed: a mapping with one or more of name, match,"
                                        + " delete-when, keep-latest, action, grace, force, unshare, delete-snapshots")),
                arguments(
                        Policies.HEAD + "rules: [{ name: r, match: { min-size: 1 }, keep-latest: { count: 1 } }]",
                        List.of(
                                "3:57: /rules/0/keep-latest/per: is missing, allowed: image-family, region or tag/KEY")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesUnknownDoubledMissingAndEmptyKeys(String text, List<String> expected) {
        assertThat(Policies.errors(text))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map("policy.yml:"::concat).toList());
    }

    @Test
    void reportsAllMistakesOfAFileInItsOrder() {
        List<String> errors = Policies.errors("""
                version: 2
                protect:
                  newer-then: 7d
                  tags: { env: "prod*" }
                  referenced-by: []
                  family-floor: many
                rules:
                  - name: Nightly
                    match: {}
                    delete-when: { older-than: 30 }
                  - name: b
                    match: { statuses: [Waiting] }
                limits:
                  max-percent: 200
                  max-percent: 20
                  on-exceeded: nothing
                """);

        assertThat(errors.stream().map(error -> error.split(": ", 3)).map(parts -> parts[0] + " " + parts[1]))
                .containsExactly(
                        "policy.yml:1:10 /version",
                        "policy.yml:3:3 /protect/newer-then",
                        "policy.yml:4:16 /protect/tags/env",
                        "policy.yml:6:17 /protect/family-floor",
                        "policy.yml:8:11 /rules/0/name",
                        "policy.yml:9:12 /rules/0/match",
                        "policy.yml:10:32 /rules/0/delete-when/older-than",
                        "policy.yml:11:5 /rules/1",
                        "policy.yml:12:25 /rules/1/match/statuses",
                        "policy.yml:14:16 /limits/max-percent",
                        "policy.yml:15:3 /limits/max-percent",
                        "policy.yml:16:16 /limits/on-exceeded");
    }
}
