package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.policy.Limits.OnExceeded;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTests {

    private static final AccountRegion HANGZHOU = new AccountRegion("1001", "cn-hangzhou");
    private static final AccountRegion BEIJING = new AccountRegion("1001", "cn-beijing");
    private static final Limits WIDE = new Limits(1_000_000, 10_000_000, 100, 100, 5, OnExceeded.RUN, 50, 25);

    @Test
    void findsNothingWhereEachCapIsReachedExactly() {
        assertThat(Guard.check(Limits.DEFAULTS, List.of(figures(HANGZHOU, 200, 1000, 1428L)), 1))
                .isEmpty();
        assertThat(Guard.check(Limits.DEFAULTS, List.of(), 1)).isEmpty();
    }

    @Test
    void namesEachCapThatIsExceededInOrder() {
        List<Exceeded> exceeded = Guard.check(
                Limits.DEFAULTS, List.of(figures(HANGZHOU, 800, 3999, 5713L), figures(BEIJING, 201, 1005, null)), 1);

        assertThat(exceeded)
                .containsExactly(
                        new Exceeded(
                                "max-deletions",
                                200,
                                "201 images planned",
                                BEIJING,
                                true,
                                "max-deletions is 200, but 1001/cn-beijing has 201 images planned:"
                                        + " plan fewer with --limit 200, or raise limits.max-deletions in the policy file"),
                        new Exceeded(
                                "max-deletions",
                                200,
                                "800 images planned",
                                HANGZHOU,
                                true,
                                "max-deletions is 200, but 1001/cn-hangzhou has 800 images planned:"
                                        + " plan fewer with --limit 200, or raise limits.max-deletions in the policy file"),
                        new Exceeded(
                                "max-percent",
                                20,
                                "800 images planned of 3999 candidates",
                                HANGZHOU,
                                true,
                                "max-percent is 20, but 1001/cn-hangzhou has 800 images planned of 3999 candidates:"
                                        + " plan fewer with --limit 799, or raise limits.max-percent in the policy file"),
                        new Exceeded(
                                "max-population-drop",
                                30,
                                "3999 candidates left of 5713",
                                HANGZHOU,
                                true,
                                "max-population-drop is 30, but 1001/cn-hangzhou has 3999 candidates left of 5713: find out"
                                        + " what became of the others, and if they are rightly gone, for one live run"
                                        + " raise limits.max-population-drop in the policy file"),
                        new Exceeded(
                                "max-deletions-per-run",
                                1000,
                                "1001 images planned",
                                null,
                                true,
                                "max-deletions-per-run is 1000, but the run has 1001 images planned: plan fewer with"
                                        + " --limit 1000, or raise limits.max-deletions-per-run in the policy file"));
    }

    @ParameterizedTest
    @CsvSource({
        // percent, from, planned, candidates, exceeded
        "20, 5, 6, 30, false",
        "20, 5, 6, 29, true",
        "20, 5, 5, 5, false",
        "20, 5, 6, 6, true",
        "20, 0, 1, 5, false",
        "20, 0, 1, 4, true",
        "20, 0, 0, 0, false",
        "100, 0, 9, 9, false",
        "100, 0, 9, 8, true",
        "33, 5, 33, 100, false",
        "33, 5, 34, 103, true",
        "20, 5, 1844674407370955161, 9223372036854775807, false",
        "20, 5, 1844674407370955162, 9223372036854775807, true",
        "20, 5, 9223372036854775807, 9223372036854775807, true"
    })
    void asksForThePercentageInWholeNumbers(int percent, int from, long planned, long candidates, boolean exceeded) {
        var limits = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, percent, 100, from, OnExceeded.RUN, 50, 25);

        assertThat(Guard.check(limits, List.of(figures(HANGZHOU, planned, candidates, null)), 1))
                .extracting(Exceeded::cap)
                .filteredOn("max-percent"::equals)
                .hasSize(exceeded ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 100, 70, false",
        "30, 100, 69, true",
        "30, 3, 2, true",
        "30, 4, 3, false",
        "30, 100, 500, false",
        "30, 0, 0, false",
        "30, -5, 0, false",
        "100, 100, 0, false",
        "99, 100, 0, true",
        "1, 9223372036854775807, 0, true",
        "100, 9223372036854775807, 0, false",
        "30, , 0, false"
    })
    void asksHowManyImagesVanished(int percent, @Nullable Long baseline, long now, boolean exceeded) {
        var limits = new Limits(200, 1000, 20, percent, 5, OnExceeded.RUN, 50, 25);

        assertThat(Guard.check(limits, List.of(figures(HANGZHOU, 0, now, baseline)), 1))
                .extracting(Exceeded::cap)
                .hasSize(exceeded ? 1 : 0)
                .allMatch("max-population-drop"::equals);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 500", "3, 333", "999, 1", "1000, 1", "5000, 1"})
    void givesEachShardItsPartOfTheCapOfTheRun(int shards, long part) {
        var limits = new Limits(1_000_000, 1000, 100, 100, 5, OnExceeded.REGION, 50, 25);

        assertThat(Guard.check(limits, List.of(figures(HANGZHOU, part, part, null)), shards))
                .isEmpty();
        assertThat(Guard.check(
                        limits, List.of(figures(HANGZHOU, part, part, null), figures(BEIJING, 1, 1, null)), shards))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.value()).isEqualTo(part);
                    assertThat(one.stopsRun()).isTrue();
                    assertThat(one.where()).isNull();
                    assertThat(one.sentence())
                            .contains(shards == 1 ? "but the run has" : "but this one of " + shards + " shards has");
                    assertThat(one.sentence().contains("--limit")).isEqualTo(shards == 1);
                });
    }

    @Test
    void keepsTheSentencesOfSeveralCapsApart() {
        var exceeded = Guard.check(Limits.DEFAULTS, List.of(new PlanFigures(HANGZHOU, 201, 201, null)), 1);

        assertThat(exceeded).hasSize(2);
        assertThat(Exceeded.sentence(exceeded))
                .isEqualTo(exceeded.getFirst().sentence() + "; "
                        + exceeded.getLast().sentence());
    }

    @Test
    void addsUpWithoutWrappingAround() {
        assertThat(Guard.check(
                        new Limits(1, 10_000_000, 100, 100, 5, OnExceeded.RUN, 50, 25),
                        List.of(
                                figures(HANGZHOU, Long.MAX_VALUE, Long.MAX_VALUE, null),
                                figures(BEIJING, Long.MAX_VALUE, Long.MAX_VALUE, null)),
                        1))
                .extracting(Exceeded::figure)
                .last()
                .isEqualTo("18446744073709551614 images planned");
    }

    @Test
    void stopsOneRegionAloneWhereThePolicySaysSo() {
        var limits = new Limits(10, 1000, 100, 100, 5, OnExceeded.REGION, 50, 25);

        assertThat(Guard.check(limits, List.of(figures(HANGZHOU, 11, 20, null), figures(BEIJING, 10, 20, null)), 1))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.where()).isEqualTo(HANGZHOU);
                    assertThat(one.stopsRun()).isFalse();
                });
    }

    @Test
    void namesNoLimitWhereOnlyTheKeyIsAWayOn() {
        var limits = new Limits(200, 1000, 20, 30, 0, OnExceeded.RUN, 50, 25);

        assertThat(Guard.check(limits, List.of(figures(HANGZHOU, 4, 4, null)), 1))
                .extracting(Exceeded::sentence)
                .containsExactly("max-percent is 20, but 1001/cn-hangzhou has 4 images planned of 4 candidates:"
                        + " raise limits.max-percent in the policy file");
        assertThat(Guard.check(Limits.DEFAULTS, List.of(figures(HANGZHOU, 6, 6, null)), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.sentence()).contains("--limit 5,"));
        assertThat(Guard.check(WIDE, List.of(figures(HANGZHOU, 6, 6, 0L)), 1)).isEmpty();
    }

    private static PlanFigures figures(AccountRegion where, long planned, long candidates, @Nullable Long baseline) {
        return new PlanFigures(where, planned, candidates, baseline);
    }
}
