package io.imagesweep.policy;

import static io.imagesweep.policy.EvidenceBuilder.SYNCED;
import static io.imagesweep.policy.EvidenceBuilder.evidence;
import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.imagesweep.candidate.Extra;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTests {

    private static final Policy POLICY = Policies.policy("""
            version: 1
            protect: { referenced-by: [instances], newer-than: 1h, shared: false }
            rules:
              - { name: one, match: { names: ["a*"] }, delete-when: { older-than: 200d } }
              - { name: two, match: { names: ["*b"] }, delete-when: { older-than: 9d } }
              - { name: three, match: { names: ["*"] }, delete-when: { older-than: 9d } }
            """);

    @Test
    void saysOfEachLineWhatItHadToDoWithTheImage() {
        Evidence used = evidence().use("instance", SYNCED).build();
        Explanation explanation =
                POLICY.pass(NOW).explain(image().named("b").family("f").build(), used);

        assertThat(Policies.told(explanation.decision())).isEqualTo("KEEP protect.referenced-by referenced");
        assertThat(explanation.protections())
                .containsExactly(
                        new Verdict("built-in", false, "nothing built in keeps it"),
                        new Verdict("protect.newer-than", false, "does not hold"),
                        new Verdict(
                                "protect.referenced-by",
                                true,
                                "referenced: instance x-1 of account 1001, seen at 2026-03-01T11:00:00Z"),
                        new Verdict(
                                "protect.family-floor", true, "family floor: 0 newer in family \"f\", family-floor 1"));
        assertThat(explanation.rules())
                .containsExactly(
                        new Verdict("one", false, "match.names does not fit"),
                        new Verdict("two", true, "due: 100 d 0 h old, older-than 9d"),
                        new Verdict("three", false, "not asked: the image belongs to two"));
    }

    @Test
    void saysWhatIsBuiltInAndWhereNoRuleFits() {
        Explanation explanation =
                POLICY.pass(NOW).explain(image().openToAll().build(), evidence().build());

        assertThat(explanation.decision().rule()).isEqualTo("built-in");
        assertThat(explanation.protections().getFirst())
                .isEqualTo(new Verdict("built-in", true, "public: anybody may use it"));
        assertThat(explanation.rules()).noneMatch(Verdict::holds);
        assertThat(POLICY.passForList(NOW, false)
                        .explain(image().build(), evidence().build())
                        .rules())
                .isEmpty();
    }

    @Test
    void takesPartInThePass() {
        PolicyPass pass = POLICY.pass(NOW);
        pass.explain(image("m-2").days(50).build(), Evidence.NONE);

        assertThatIllegalStateException()
                .isThrownBy(() -> pass.decide(image("m-1").days(49).build(), Evidence.NONE));
        assertThat(pass.matches()).contains(new RuleMatch("protect.referenced-by", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tags: { k: v }            | tags, key "k",
            without-tags: { t: v }    | without-tags, key "t",
            names: ['x*']             | names
            families: ['x*']          | families
            regions: [r]              | regions
            accounts: [9]             | accounts
            statuses: [Deprecated]    | statuses
            min-size: 41              | min-size
            """)
    void namesTheKeyThatDoesNotFit(String match, String key) {
        Policy policy = Policies.ruling("match: { " + match + " }, delete-when: { older-than: 9d }");

        assertThat(policy.pass(NOW)
                        .explain(image().tag("t", "v").build(), Evidence.NONE)
                        .rules())
                .containsExactly(new Verdict("r", false, "match." + key + " does not fit"));
    }

    @Test
    void saysOfEachUseWhatItCountsFor() {
        Evidence used = evidence()
                .use("instance", SYNCED)
                .use("instance", SYNCED.minusMillis(1))
                .use("launch-template", SYNCED)
                .build();

        assertThat(POLICY.uses(image().build(), used, NOW))
                .extracting(UseVerdict::counts, UseVerdict::current)
                .containsExactly(tuple(true, true), tuple(true, false), tuple(false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            force: true                     |
            unshare: true                   | UNSHARING
            delete-snapshots: true          | SNAPSHOT_DELETION
            action: deprecate, grace: 1d    | DEPRECATION
            """)
    void saysWhatARuleTakesBeyondDeleting(String line, String extra) {
        Policy policy = Policies.ruling("match: { names: ['*'] }, delete-when: { older-than: 9d }, " + line);

        assertThat(policy.extras().stream().map(Extra::name)).isEqualTo(extra == null ? List.of() : List.of(extra));
    }
}
