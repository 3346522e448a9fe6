package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.imagesweep.candidate.Candidate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyPassTests {
    private static final Policy FULL = Policies.policy("""
            version: 1
            protect:
              tags: { keep: "*" }
              without-tags: { cleanup: allowed }
              names: ["golden-*"]
              statuses: [UnAvailable]
              newer-than: 7d
              referenced-by: []
            rules:
              - { name: one, match: { families: ["f*"] }, delete-when: { older-than: 30d } }
              - { name: two, match: { names: ["*"] }, delete-when: { older-than: 30d } }
            """);

    @Test
    void countsEachProtectionAndEachRuleWhateverDecided() {
        PolicyPass pass = FULL.pass(NOW);
        Stream.of(
                        image("1")
                                .days(1)
                                .tag("keep", "")
                                .named("golden-1")
                                .family("f")
                                .shared(true),
                        image("2").days(2).named("n").family("g").openToAll(),
                        image("3").days(80).status("Creating").named("golden-2").tag("cleanup", "allowed"),
                        image("4").days(90).tag("cleanup", "allowed").named("n").family("g"),
                        image("5")
                                .created(null)
                                .tag("cleanup", "allowed")
                                .named("n")
                                .family("f"))
                .map(ImageBuilder::build)
                .forEach(image -> pass.decide(image, Evidence.NONE));

        assertThat(pass.matches())
                .containsExactly(
                        new RuleMatch("protect.statuses", 0),
                        new RuleMatch("protect.tags", 1),
                        new RuleMatch("protect.without-tags", 2),
                        new RuleMatch("protect.names", 2),
                        new RuleMatch("protect.newer-than", 2),
                        new RuleMatch("protect.shared", 1),
                        new RuleMatch("protect.family-floor", 2),
                        new RuleMatch("one", 2),
                        new RuleMatch("two", 2));
    }

    @Test
    void asksNoRuleForAListOfIds() {
        PolicyPass pass = FULL.passForList(NOW, false);
        List<String> told = Stream.of(
                        image("1").days(1).tag("cleanup", "allowed"),
                        image("2").days(8).tag("cleanup", "allowed").family("f"),
                        image("3").days(9).tag("cleanup", "allowed").family("f"),
                        image("4").created(null))
                .map(image -> Policies.told(pass.decide(image.build(), Evidence.NONE)))
                .toList();

        assertThat(told)
                .containsExactly(
                        "KEEP protect.newer-than too new",
                        "KEEP protect.family-floor family floor",
                        "DELETE ids-file listed",
                        "KEEP built-in no creation time");
        assertThat(pass.matches())
                .containsExactly(
                        new RuleMatch("protect.statuses", 0),
                        new RuleMatch("protect.tags", 0),
                        new RuleMatch("protect.without-tags", 1),
                        new RuleMatch("protect.names", 0),
                        new RuleMatch("protect.newer-than", 1),
                        new RuleMatch("protect.shared", 0),
                        new RuleMatch("protect.family-floor", 1));
    }

    @Test
    void keepsOfAListWithoutAPolicyOnlyWhatIsBuiltIn() {
        PolicyPass pass = FULL.passForList(NOW, true);
        Decision gone = pass.decide(
                image("1").days(1).tag("keep", "").shared(true).family("f").build(), Evidence.NONE);

        assertThat(Policies.told(gone)).isEqualTo("DELETE ids-file listed");
        assertThat(((Decision.Delete) gone).manner().force()).isFalse();
        assertThat(Policies.told(pass.decide(image("2").openToAll().build(), Evidence.NONE)))
                .isEqualTo("KEEP built-in public");
        assertThat(pass.matches()).isEmpty();
    }

    @Test
    void refusesCandidatesThatComeInTheWrongOrderOrTwice() {
        Candidate older = image("1").days(20).build();
        PolicyPass pass = FULL.pass(NOW);
        pass.decide(older, Evidence.NONE);

        assertThatIllegalStateException()
                .isThrownBy(() -> pass.decide(image("2").days(19).build(), Evidence.NONE))
                .withMessage("1001/cn-hangzhou/2 comes behind 1001/cn-hangzhou/1,"
                        + " but candidates must come newest first and each once");
        assertThatIllegalStateException().isThrownBy(() -> pass.decide(older, Evidence.NONE));
        pass.decide(image("9").created(NOW).build(), Evidence.NONE);
        pass.decide(image("1").days(1).in("1001", "eu-central-1").build(), Evidence.NONE);
    }
}
