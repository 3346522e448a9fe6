package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContradictionsTests {
    static Stream<Arguments> contradictions() {
        String noSource = "needs a source in protect.referenced-by, found none";
        return Stream.of(
                arguments("", "grace: 1d", List.of("3:11: /rules/0/grace: needs action: deprecate")),
                arguments("", "grace: 1d, action: delete", List.of("3:11: /rules/0/grace: needs action: deprecate")),
                arguments(
                        "",
                        "action: deprecate",
                        List.of("3:9: /rules/0/grace: is missing, and action: deprecate needs it")),
                arguments(
                        "",
                        "action: deprecate, grace: x",
                        List.of("3:37: /rules/0/grace: found \"x\", " + Policies.SPAN)),
                arguments(
                        "",
                        "action: x, grace: 1d",
                        List.of("3:19: /rules/0/action: found \"x\", allowed: delete, deprecate")),
                arguments("", "action: deprecate, grace: 1d", List.of()),
                arguments(
                        "",
                        "action: deprecate, grace: 1d, match: { statuses: [Available] }",
                        List.of("3:50: /rules/0/match/statuses: action: deprecate needs both Available and Deprecated"
                                + " here")),
                arguments(
                        "",
                        "action: deprecate, grace: 1d, match: { statuses: [Deprecated] }",
                        List.of("3:50: /rules/0/match/statuses: action: deprecate needs both Available and Deprecated"
                                + " here")),
                arguments(
                        "",
                        "action: deprecate, grace: 1d, match: { statuses: [Deprecated, CreateFailed, Available] }",
                        List.of()),
                arguments(
                        "",
                        "action: deprecate, grace: 1d, match: { statuses: [Available, x] }",
                        List.of(
                                "3:72: /rules/0/match/statuses: found \"x\", allowed: Available, Deprecated, UnAvailable,"
                                        + " CreateFailed")),
                arguments("", "unshare: true", List.of("3:11: /rules/0/unshare: needs protect.shared: false")),
                arguments("", "unshare: false", List.of()),
                arguments(
                        ", shared: true",
                        "unshare: true",
                        List.of("3:11: /rules/0/unshare: needs protect.shared: false")),
                arguments(", shared: false", "unshare: true", List.of()),
                arguments(
                        ", shared: x",
                        "unshare: true",
                        List.of("2:39: /protect/shared: found \"x\", allowed: true, false")),
                arguments(
                        ", shared: false, shared: true",
                        "unshare: true",
                        List.of("2:46: /protect/shared: is doubled, allowed: each key once")),
                arguments(
                        "",
                        "delete-when: { unused-for: 1d }",
                        List.of("3:26: /rules/0/delete-when/unused-for: " + noSource)),
                arguments(
                        "",
                        "delete-when: { any-of: [{ older-than: 1d }, { unused-for: 1d }] }",
                        List.of("3:57: /rules/0/delete-when/any-of/1/unused-for: " + noSource)));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesContradictionsBetweenGoodValues(String protect, String line, List<String> expected) {
        String others = line.contains("match:") ? "" : ", match: { names: ['*'] }";
        String rule =
                line + ", name: r" + others + (line.contains("delete-when") ? "" : ", delete-when: { older-than: 1h }");

        assertThat(Policies.errors(
                        "version: 1\nprotect: { referenced-by: []" + protect + " }\nrules: [{ " + rule + " }]"))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map("policy.yml:"::concat).toList());
    }

    @Test
    void demandsForForceThatInstancesAreNoReason() {
        String rules = "rules: [{ force: true, name: r, match: { names: ['*'] }, delete-when: { older-than: 1h } }]\n";
        String needs = "policy.yml:%d:11: /rules/0/force: needs protect.referenced-by without instances";

        assertThat(Policies.errors("version: 1\n" + rules)).contains(needs.formatted(2));
        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: [instances] }\n" + rules))
                .contains(needs.formatted(3));
        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: [launch-templates] }\n" + rules))
                .isEmpty();
        assertThat(Policies.errors("version: 1\nprotect: { referenced-by: [x] }\n" + rules))
                .hasSize(1);
        assertThat(Policies.errors("version: 1\nprotect: []\n" + rules)).hasSize(1);
        assertThat(Policies.errors(Policies.HEAD + rules)).isEmpty();
        assertThat(Policies.errors("version: 1\n" + rules.replace("force: true", "force: false")))
                .isEmpty();
    }
}
