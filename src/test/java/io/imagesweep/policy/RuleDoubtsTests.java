package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleDoubtsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            names: ['*']                          | names: ['a*']                              | true
            names: ['*']                          | names: ['regex:a'], min-size: 3            | true
            names: ['*']                          | families: ['a*']                           | false
            names: ['a*', 'b*']                   | names: ['b*']                              | true
            names: ['a*']                         | names: ['a*', 'b*']                        | false
            names: ['a*']                         | names: ['ab*']                             | false
            families: ['*']                       | families: [web]                            | true
            families: [web]                       | families: ['*']                            | false
            tags: { a: '*' }                      | tags: { a: x }                             | true
            tags: { a: [x, y] }                   | tags: { a: y }                             | true
            tags: { a: x }                        | tags: { a: '*' }                           | false
            tags: { a: x }                        | tags: { a: [x, y] }                        | false
            tags: { a: '*' }                      | tags: { b: '*' }                           | false
            tags: { a: '*' }                      | without-tags: { a: '*' }                   | false
            without-tags: { a: x }                | without-tags: { a: '*' }                   | true
            without-tags: { a: '*' }              | without-tags: { a: x }                     | false
            regions: [r1, r2]                     | regions: [r2]                              | true
            regions: [r2]                         | regions: [r1, r2]                          | false
            accounts: [1, 2]                      | accounts: [2]                              | true
            accounts: [2]                         | accounts: [1, 2]                           | false
            min-size: 5                           | min-size: 5                                | true
            min-size: 5                           | min-size: 4                                | false
            names: ['*']                          | names: ['*'], statuses: [Available]        | true
            names: ['*'], statuses: [Available]   | names: ['*']                               | false
            names: ['*'], min-size: 5             | names: ['*']                               | false
            """)
    void warnsOfARuleThatAnEarlierOneLeavesNothing(String first, String second, boolean expected) {
        String one = "{ name: one, match: { " + first + " }, delete-when: { older-than: 9d } }";
        String two = "{ name: two, match: { " + second + " }, delete-when: { older-than: 9d } }";

        assertThat(warnings("protect: { newer-than: 1h }", one + ", " + two))
                .isEqualTo(expected ? List.of("/rules/1: is out of reach: one takes every image first") : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tags: { env: [prod, dev] }     | tags: { env: prod }               | tags
            tags: { env: '*' }             | tags: { env: prod }               | tags
            tags: { env: prod }            | tags: { env: '*' }                |
            without-tags: { ok: yes }      | without-tags: { ok: '*' }         | without-tags
            without-tags: { ok: yes }      | tags: { ok: yes }                 |
            names: ['g*', 'w*']            | names: ['w*']                     | names
            names: ['g*']                  | names: ['w*']                     |
            statuses: [UnAvailable]        | statuses: [UnAvailable]           | statuses
            statuses: [UnAvailable]        | min-size: 1                       |
            newer-than: 9d                 | min-size: 1                       |
            """)
    void warnsOfARuleWhoseImagesAreAllProtected(String protect, String match, String expected) {
        String rule = "{ name: r, match: { %s }, delete-when: { older-than: 9d } }".formatted(match);

        assertThat(warnings("protect: { " + protect + " }", rule))
                .isEqualTo(
                        expected == null
                                ? List.of()
                                : List.of(
                                        "/rules/0: lets nothing go: protect." + expected + " keeps every image of it"));
    }

    @Test
    void warnsOfKeepLatestAmongImagesThatItNeverCounts() {
        String rule = "{ name: r, match: { statuses: [%s] }, keep-latest: { count: 1, per: region } }";

        assertThat(warnings("protect: { newer-than: 1h }", rule.formatted("Deprecated, UnAvailable")))
                .containsExactly("/rules/0: lets nothing go: keep-latest counts Available images, and match.statuses"
                        + " leaves them out");
        assertThat(warnings("protect: { newer-than: 1h }", rule.formatted("Deprecated, Available")))
                .isEmpty();
    }

    @Test
    void saysNothingOfRulesWithErrors() {
        String rules = "{ name: one, match: { names: [] }, delete-when: { older-than: 9d } }, { name: two, match: {"
                + " names: ['*'] }, delete-when: { older-than: 9d } }, { name: three, match: { min-size: x, names: ['*'] },"
                + " delete-when: { older-than: 9d } }";

        assertThat(warnings("protect: { newer-than: 1h }", rules)).isEmpty();
    }

    private static List<String> warnings(String protect, String rules) {
        List<Finding> warnings = switch (Policies.read("version: 1\n" + protect + "\nrules: [" + rules + "]\n")) {
            case PolicyReading.Valid valid -> valid.warnings();
            case PolicyReading.Invalid invalid -> invalid.warnings();
        };
        return warnings.stream()
                .filter(warning -> !warning.message().contains("wildcard"))
                .map(warning -> warning.path() + ": " + warning.message())
                .toList();
    }
}
