package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.policy.Decision.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every policy and every inventory. */
class PolicyPropertiesTests {

    private static final Comparator<Candidate> READING_ORDER = Comparator.<Candidate, AccountRegion>comparing(
                    image -> image.key().where())
            .thenComparing(CandidateOrder.newestFirst());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithComparingEveryImageWithEveryOther(long seed) {
        var lottery = new PolicyLottery(seed);
        PolicySpec spec = lottery.policy();
        List<Candidate> images = lottery.inventory();
        var naive = new NaiveDecisions(spec, images, evidence(seed, images));

        assertThat(decide(spec, images, seed).entrySet())
                .allSatisfy(decided -> assertThat(Policies.told(decided.getValue()))
                        .as("%s in %s", decided.getKey(), spec.toYaml())
                        .isEqualTo(naive.decide(decided.getKey())))
                .hasSameSizeAs(images);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsTheImagesOfEachRuleAndTheProtectedOnes(long seed) {
        var lottery = new PolicyLottery(seed);
        PolicySpec spec = lottery.policy();
        List<Candidate> images = lottery.inventory();
        var naive = new NaiveDecisions(spec, images, evidence(seed, images));
        PolicyPass pass = Policies.policy(spec.toYaml()).pass(NOW);
        decide(pass, images, evidence(seed, images));

        assertThat(pass.matches())
                .allSatisfy(match -> assertThat(match.images())
                        .as("%s in %s", match.name(), spec.toYaml())
                        .isEqualTo(images.stream()
                                .filter(image -> meets(naive, match.name(), image))
                                .count()));
    }

    private static boolean meets(NaiveDecisions naive, String name, Candidate image) {
        return naive.protections(image).stream().anyMatch(one -> one.startsWith(name + " "))
                || naive.rule(image).filter(rule -> rule.name().equals(name)).isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverDeletesMoreWhenAProtectionIsTightened(long seed) {
        var lottery = new PolicyLottery(seed);
        PolicySpec spec = lottery.policy();
        List<Candidate> images = lottery.inventory();

        assertThat(deleted(decide(spec, images, seed)))
                .containsAll(deleted(decide(lottery.tightened(spec), images, seed)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysTheSameByteForByteInWhateverOrderImagesAreStored(long seed) {
        var lottery = new PolicyLottery(seed);
        PolicySpec spec = lottery.policy();
        List<Candidate> images = lottery.inventory();

        Map<Candidate, Evidence> evidence = evidence(seed, images);
        assertThat(reasons(decide(spec, lottery.shuffled(images), evidence)))
                .isEqualTo(reasons(decide(spec, images, evidence)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void letsNoListOfIdsBreakAProtection(long seed) {
        var lottery = new PolicyLottery(seed);
        PolicySpec spec = lottery.policy();
        List<Candidate> images = lottery.inventory();
        Policy policy = Policies.policy(spec.toYaml());
        var naive = new NaiveDecisions(spec, images, evidence(seed, images));

        assertThat(deleted(decide(policy.passForList(NOW, false), images, evidence(seed, images))))
                .isEqualTo(images.stream()
                        .filter(image -> !naive.decide(image).startsWith("KEEP built-in"))
                        .filter(image -> naive.protections(image).isEmpty())
                        .collect(Collectors.toSet()));
        assertThat(deleted(decide(policy.passForList(NOW, true), images, evidence(seed, images))))
                .isEqualTo(images.stream()
                        .filter(image -> !naive.decide(image).startsWith("KEEP built-in"))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void explainsWhatItDecides(long seed) {
        var lottery = new PolicyLottery(seed);
        PolicySpec spec = lottery.policy();
        List<Candidate> images = lottery.inventory();
        Map<Candidate, Evidence> evidence = evidence(seed, images);
        var naive = new NaiveDecisions(spec, images, evidence);
        PolicyPass pass = Policies.policy(spec.toYaml()).pass(NOW);
        Map<Candidate, String> decided = reasons(decide(spec, images, evidence));

        assertThat(images.stream().sorted(READING_ORDER)).allSatisfy(image -> {
            Explanation explanation = pass.explain(image, evidence.getOrDefault(image, Evidence.NONE));
            assertThat(reason(explanation.decision())).isEqualTo(decided.get(image));
            assertThat(explanation.protections().stream().skip(1).filter(Verdict::holds))
                    .extracting(Verdict::name)
                    .isEqualTo(naive.protections(image).stream()
                            .map(line -> line.substring(0, line.indexOf(' ')))
                            .toList());
            assertThat(explanation.rules().stream().filter(Verdict::holds).map(Verdict::name))
                    .isEqualTo(naive.rule(image).map(PolicySpec.RuleSpec::name).stream()
                            .toList());
        });
    }

    private static Map<Candidate, Evidence> evidence(long seed, List<Candidate> images) {
        return new EvidenceLottery(seed).of(images);
    }

    private static Map<Candidate, Decision> decide(PolicySpec spec, List<Candidate> images, long seed) {
        return decide(spec, images, evidence(seed, images));
    }

    private static Map<Candidate, Decision> decide(
            PolicySpec spec, List<Candidate> images, Map<Candidate, Evidence> evidence) {
        return decide(Policies.policy(spec.toYaml()).pass(NOW), images, evidence);
    }

    private static Map<Candidate, Decision> decide(
            PolicyPass pass, List<Candidate> images, Map<Candidate, Evidence> evidence) {
        return images.stream()
                .sorted(READING_ORDER)
                .map(image -> pass.decide(image, evidence.getOrDefault(image, Evidence.NONE)))
                .collect(Collectors.toMap(Decision::candidate, Function.identity()));
    }

    private static Set<Candidate> deleted(Map<Candidate, Decision> decisions) {
        return decisions.values().stream()
                .filter(Change.class::isInstance)
                .map(Decision::candidate)
                .collect(Collectors.toSet());
    }

    private static Map<Candidate, String> reasons(Map<Candidate, Decision> decisions) {
        return decisions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> reason(entry.getValue())));
    }

    private static String reason(Decision decision) {
        return Policies.told(decision) + decision.reason();
    }
}
