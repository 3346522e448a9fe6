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
import org.junit.jupiter.params.provider.ValueSource;

class RuleErrorsTests {
    static Stream<Arguments> rules() {
        String name = "allowed: [a-z0-9][a-z0-9-]{0,62}, but not built-in or ids-file";
        String match = "name: r, keep-latest: { count: 1, per: region }, match: ";
        String when = "name: r, match: { names: ['*'] }, delete-when: ";
        String latest = "name: r, match: { names: ['*'] }, keep-latest: ";
        return Stream.of(
                arguments(named("A"), "17: /rules/0/name: found \"A\", " + name),
                arguments(named("-a"), "17: /rules/0/name: found \"-a\", " + name),
                arguments(named("a_b"), "17: /rules/0/name: found \"a_b\", " + name),
                arguments(named("a".repeat(64)), "17: /rules/0/name: found \"" + "a".repeat(60) + "…\", " + name),
                arguments(named("a".repeat(63)), null),
                arguments(named("built-in"), "17: /rules/0/name: found \"built-in\", " + name),
                arguments(named("ids-file"), "17: /rules/0/name: found \"ids-file\", " + name),
                arguments(match + "{ regions: [CN] }", "79: /rules/0/match/regions: found \"CN\", allowed: [a-z0-9-]+"),
                arguments(
                        match + "{ accounts: [1, 1a] }", "83: /rules/0/match/accounts: found \"1a\", allowed: [0-9]+"),
                arguments(
                        match + "{ statuses: [Creating] }",
                        "80: /rules/0/match/statuses: found \"Creating\", allowed: Available, Deprecated, UnAvailable,"
                                + " CreateFailed"),
                arguments(
                        match + "{ min-size: 0 }",
                        "79: /rules/0/match/min-size: found \"0\", allowed: a whole number from 1 to 100000"),
                arguments(
                        match + "{ min-size: 100001 }",
                        "79: /rules/0/match/min-size: found \"100001\", allowed: a whole number from 1 to 100000"),
                arguments(
                        match + "{ familys: [a] }",
                        "69: /rules/0/match/familys: is no key here (did you mean families?), allowed: tags, without-tags,"
                                + " names, families, regions, accounts, statuses, min-size"),
                arguments(
                        when + "{ older-than: 3651d }",
                        "72: /rules/0/delete-when/older-than: found \"3651d\", " + Policies.SPAN),
                arguments(
                        when + "{ tag-date-passed: '' }",
                        "77: /rules/0/delete-when/tag-date-passed: found \"\", allowed: a tag key"),
                arguments(
                        when + "{ any-of: [{ older-than: 1d }] }",
                        "68: /rules/0/delete-when/any-of: found a list, allowed: a list of 2 or more mappings"),
                arguments(
                        when + "{ any-of: [{ older-than: 1d }, { older-than: x }] }",
                        "103: /rules/0/delete-when/any-of/1/older-than: found \"x\", " + Policies.SPAN),
                arguments(
                        when + "{ any-of: [{ older-than: 1d }, { any-of: [] }] }",
                        "91: /rules/0/delete-when/any-of/1/any-of: is no key here, allowed: older-than, unused-for,"
                                + " tag-date-passed"),
                arguments(
                        latest + "{ count: 0, per: region }",
                        "67: /rules/0/keep-latest/count: found \"0\", allowed: a whole number from 1 to 100000"),
                arguments(
                        latest + "{ count: 1, per: tag/ }",
                        "75: /rules/0/keep-latest/per: found \"tag/\", allowed: image-family, region or tag/KEY"),
                arguments(
                        latest + "{ count: 1, per: family }",
                        "75: /rules/0/keep-latest/per: found \"family\", allowed: image-family, region or tag/KEY"),
                arguments(
                        "action: remove, " + when + "{ older-than: 1d }",
                        "19: /rules/0/action: found \"remove\", allowed: delete, deprecate"),
                arguments(
                        "force: on, " + when + "{ older-than: 1d }",
                        "18: /rules/0/force: found \"on\", allowed: true, false"),
                arguments("delete-snapshots: true, " + when + "{ older-than: 1d }", null),
                arguments(
                        "delete-snapshots: TRUE, " + when + "{ older-than: 1d }",
                        "29: /rules/0/delete-snapshots: found \"TRUE\", allowed: true, false"));
    }

    private static String named(String name) {
        return "name: " + name + ", match: { names: ['*'] }, delete-when: { older-than: 1h }";
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesWrongValuesOfRules(String rule, @Nullable String expected) {
        assertThat(Policies.errors(Policies.HEAD + "rules: [{ " + rule + " }]"))
                .isEqualTo(expected == null ? List.of() : List.of("policy.yml:3:" + expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-deletions: 0 | 1 to 1000000",
                "max-deletions: 1000001 | 1 to 1000000",
                "max-deletions-per-run: 0 | 1 to 10000000",
                "max-deletions-per-run: 10000001 | 1 to 10000000",
                "max-percent: 0 | 1 to 100",
                "max-percent: 101 | 1 to 100",
                "max-population-drop: 0 | 1 to 100",
                "max-population-drop: 101 | 1 to 100",
                "max-percent-from: 1000001 | 0 to 1000000",
                "max-failures: 0 | 1 to 1000000",
                "max-failures: 1000001 | 1 to 1000000",
                "ramp-up: 0 | 1 to 1000000",
                "ramp-up: 1000001 | 1 to 1000000"
            })
    void refusesLimitsOutOfTheirRange(String line) {
        String key = line.substring(0, line.indexOf(':'));
        String value = line.substring(line.indexOf(' ') + 1, line.indexOf(" |"));
        String range = line.substring(line.indexOf("| ") + 2);

        assertThat(Policies.errors(Policies.HEAD + Policies.RULES + "limits: { " + key + ": " + value + " }"))
                .containsExactly("policy.yml:7:%d: /limits/%s: found \"%s\", allowed: a whole number from %s"
                        .formatted(13 + key.length(), key, value, range));
    }

    @Test
    void refusesTwoRulesOfOneName() {
        assertThat(Policies.errors(
                        Policies.HEAD + Policies.RULES + Policies.RULES.substring(Policies.RULES.indexOf('\n') + 1)))
                .containsExactly("policy.yml:7:11: /rules/1/name: found \"r\" a second time, allowed: each name once");
    }
}
