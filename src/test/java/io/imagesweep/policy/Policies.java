package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Candidate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads policies, and says in one line what they decide. */
final class Policies {

    static final String RULES = """
            rules:
              - name: r
                match: { accounts: [1] }
                delete-when: { older-than: 1h }
            """;
    static final String HEAD = """
            version: 1
            protect: { referenced-by: [] }
            """;

    /** What is allowed where a duration must stand. */
    static final String SPAN = "allowed: a duration from 1h to 3650d: a whole number and h, d or w";

    private Policies() {}

    /** Writes all errors of a file. */
    static List<String> errors(String text) {
        return errors(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> errors(byte[] file) {
        return switch (PolicyText.read(file, "policy.yml")) {
            case PolicyReading.Valid valid -> List.of();
            case PolicyReading.Invalid invalid ->
                invalid.errors().stream()
                        .map(error -> error.toText("policy.yml"))
                        .toList();
        };
    }

    static PolicyReading read(String text) {
        return PolicyText.read(text.getBytes(StandardCharsets.UTF_8), "policy.yml");
    }

    static Policy policy(String text) {
        PolicyReading reading = read(text);
        assertThat(reading).isInstanceOf(PolicyReading.Valid.class);
        return ((PolicyReading.Valid) reading).policy();
    }

    /** A policy with a protection as weak as can be, these lines of flow mappings in it, and one rule that is named r. */
    static Policy policy(String protect, String rule) {
        return policy("""
                version: 1
                protect: { referenced-by: []%s }
                rules: [{ name: r, %s }]
                """.formatted(protect.isEmpty() ? "" : ", " + protect, rule));
    }

    /** A policy that deletes all but what {@code protect} keeps. */
    static Policy protecting(String protect) {
        return policy(weakened(protect), "match: { accounts: [1001] }, delete-when: { older-than: 1h }");
    }

    /** A policy whose only rule decides alone. */
    static Policy ruling(String rule) {
        return policy(weakened(""), rule);
    }

    private static String weakened(String protect) {
        String weak = Stream.of("newer-than: 1h", "shared: false", "family-floor: 0")
                .filter(line -> !protect.contains(line.substring(0, line.indexOf(':'))))
                .reduce("", (a, b) -> a.isEmpty() ? b : a + ", " + b);
        return weak.isEmpty() || protect.isEmpty() ? weak + protect : weak + ", " + protect;
    }

    static List<String> decideAll(Policy policy, List<Candidate> images) {
        PolicyPass pass = policy.pass(ImageBuilder.NOW);
        return images.stream()
                .map(image -> pass.decide(image, Evidence.NONE))
                .map(Policies::told)
                .toList();
    }

    static String decide(Policy policy, Candidate image) {
        return decideAll(policy, List.of(image)).getFirst();
    }

    /** Says the decision, the rule and the kind of the reason. */
    static String told(Decision decision) {
        String kind = decision.reason().replaceFirst("(?s): .*", "");
        return switch (decision) {
            case Decision.Keep keep -> "KEEP " + keep.rule() + " " + kind;
            case Decision.Deprecate deprecate -> "DEPRECATE " + deprecate.rule() + " " + kind;
            case Decision.Delete delete -> "DELETE " + delete.rule() + " " + kind;
        };
    }
}
