package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.imagesweep.policy.Limits.OnExceeded;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTests {
    @Test
    void readsAPolicyWithAllThatIsBuilt() {
        Policy policy = Policies.policy("""
                %YAML 1.1
                ---
                # all of it
                version: "1"
                protect:
                  tags: { keep: "*", env: [prod, "staging"], empty: "" }
                  without-tags: { cleanup: allowed }
                  names: ["golden-*", 'regex:^v\\d+$']
                  statuses: [Available, Deprecated, UnAvailable, CreateFailed, Creating, Waiting]
                  newer-than: 1h
                  referenced-by: []
                  shared: false
                  family-floor: 1000
                rules:
                  - name: 0-9
                    match:
                      names: ["*"]
                      families: [base]
                      tags: { a: "*" }
                      without-tags: { b: c }
                      regions: [cn-hangzhou]
                      accounts: [1001]
                      statuses: [Available, Deprecated, UnAvailable, CreateFailed]
                      min-size: 100000
                    delete-when:
                      older-than: 3650d
                      tag-date-passed: delete-after
                      any-of: [{ older-than: 521w }, { older-than: 87600h, tag-date-passed: x }]
                    keep-latest: { count: 100000, per: tag/a/b }
                    action: delete
                    force: true
                    unshare: false
                    delete-snapshots: false
                limits:
                  max-deletions: 1
                  max-deletions-per-run: 10000000
                  max-percent: 100
                  max-population-drop: 1
                  max-percent-from: 0
                  on-exceeded: region
                  max-failures: 1000000
                  ramp-up: 1
                ...
                """);

        assertThat(policy.limits()).isEqualTo(new Limits(1, 10_000_000, 100, 1, 0, OnExceeded.REGION, 1_000_000, 1));
    }

    @Test
    void hasDefaultsForAllLimits() {
        assertThat(Policies.policy(Policies.HEAD + Policies.RULES).limits())
                .isEqualTo(new Limits(200, 1000, 20, 30, 5, OnExceeded.RUN, 50, 25));
        assertThat(Policies.policy(Policies.HEAD + Policies.RULES + "limits: { ramp-up: 7, on-exceeded: run }")
                        .limits())
                .isEqualTo(new Limits(200, 1000, 20, 30, 5, OnExceeded.RUN, 50, 7));
    }

    @Test
    void hashesTheBytesOfTheFile() {
        assertThat(Policies.policy(Policies.HEAD + Policies.RULES).hash())
                .isEqualTo("1546ac9052588c80c5cd69d9bd577597fa9d4fee48c1a9165460710ced36c350")
                .isNotEqualTo(
                        Policies.policy(Policies.HEAD + Policies.RULES + "\n").hash());
    }

    @Test
    void readsWindowsLineEnds() {
        assertThat(Policies.policy((Policies.HEAD + Policies.RULES).replace("\n", "\r\n"))
                        .limits())
                .isEqualTo(Limits.DEFAULTS);
    }

    static Stream<Arguments> documents() {
        String sections = "allowed: a mapping with one or more of version, protect, rules, limits";
        return Stream.of(
                arguments("", "1:1: policy.yml is empty, allowed: one mapping"),
                arguments("# nothing\n\n", "1:1: policy.yml is empty, allowed: one mapping"),
                arguments("---\n", "2:1: found nothing, " + sections),
                arguments("version", "1:1: found \"version\", " + sections),
                arguments("- a", "1:1: found a list, " + sections),
                arguments("{}", "1:1: found an empty mapping, " + sections),
                arguments("\n  []", "2:3: found an empty list, " + sections),
                arguments(
                        Policies.HEAD + Policies.RULES + "---\nversion: 1\n",
                        "7:1: found a second document, allowed: one"),
                arguments(
                        "\uFEFF" + Policies.HEAD + Policies.RULES,
                        "1:1: found a byte order mark, allowed: UTF-8 without one"),
                arguments(
                        Policies.HEAD + Policies.RULES + "# é\u0007",
                        "7:4: found the character U+0007, allowed: printable characters"),
                arguments("a: [\n", "2:1: is no YAML: expected the node content, but found '<stream end>'"),
                arguments(
                        "version: 1\nprotect:\n  tags: { keep: * }\n",
                        "3:18: is no YAML: unexpected character found (32); a value that starts with * needs quotes"),
                arguments("a: b: c", "1:5: is no YAML: mapping values are not allowed here"),
                arguments("a: \"\\U99999999\"", "1:7: is no YAML: For input string: \"99999999\" under radix 16"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void refusesWhatIsNoDocument(String text, String expected) {
        assertThat(Policies.errors(text)).containsExactly("policy.yml:" + expected);
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] broken = {'a', ':', '\n', ' ', (byte) 0xC3, '(', '\n'};
        byte[] cut = {'a', (byte) 0xE2, (byte) 0x82};

        assertThat(Policies.errors(broken)).containsExactly("policy.yml:2:2: found the byte 0xC3, allowed: UTF-8");
        assertThat(Policies.errors(cut)).containsExactly("policy.yml:1:2: found the byte 0xE2, allowed: UTF-8");
        assertThat(Policies.errors(new byte[1 << 20]))
                .containsExactly("policy.yml:1:1: found the character U+0000, allowed: printable characters");
        assertThat(Policies.errors(new byte[(1 << 20) + 1]))
                .containsExactly("policy.yml:1:1: policy.yml has 1048577 bytes, allowed: at most 1048576");
    }

    @Test
    void warnsOfWhatIsAllowedAndSurelyNotMeant() {
        String text = """
                version: 1
                protect: { referenced-by: [], family-floor: 0, names: [golden, "*g", "?g", "regex:golden"] }
                rules:
                  - { name: r, match: { names: [n], families: [f] }, delete-when: { older-than: 1h } }
                """;

        assertThat(((PolicyReading.Valid) Policies.read(text))
                        .warnings().stream().map(one -> one.toText("p")))
                .containsExactly(
                        "p:2:45: /protect/family-floor: is 0, so the newest image of a family may go too",
                        "p:2:56: /protect/names: \"golden\" has no wildcard, so it fits images of exactly this name",
                        "p:4:33: /rules/0/match/names: \"n\" has no wildcard, so it fits images of exactly this name");
        assertThat(Policies.read(text + "x: 1"))
                .isInstanceOfSatisfying(
                        PolicyReading.Invalid.class,
                        invalid -> assertThat(invalid.warnings()).hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersWithAValueWhateverAFileHolds(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String whole = Policies.HEAD + Policies.RULES + "limits: { ramp-up: 1 } # \u00e9\n";
        String spice = "{}[]:,-?!&*#|>'\"%@`~ \t\n\r\\<=/\u0000\uFEFF\u2028é0";
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder(whole);
            for (int change = 0; change <= random.nextInt(4); change++) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        at + random.nextInt(3) % (text.length() - at + 1),
                        spice.charAt(random.nextInt(spice.length())) + "");
            }
            byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(10) == 0) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }

            assertThat(PolicyText.read(file, "policy.yml")).isNotNull();
        }
    }
}
