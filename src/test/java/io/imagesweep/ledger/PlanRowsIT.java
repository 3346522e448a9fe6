package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.OTHER_ACCOUNT;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.candidate.ImageFixture.named;
import static io.imagesweep.ledger.LedgerFixture.deletions;
import static io.imagesweep.ledger.LedgerFixture.due;
import static io.imagesweep.ledger.LedgerFixture.kept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.policy.Approved;
import io.imagesweep.policy.PlanFigures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class PlanRowsIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final PlanRows plans = LEDGER.plans;

    @Test
    void writesARowForEachDecision() {
        var run = LEDGER.begun("write");

        plans.write(
                run,
                List.of(
                        kept(image("m-1"), null, "no rule"),
                        kept(image("m-2"), "protect.tags", "protected tag: keep\0"),
                        Approved.deletion(named(image("m-3"), "n\0"), "nightly-builds", "due", true)));

        var kept = LEDGER.row(run, "m-1");
        assertThat(kept.decision()).isEqualTo("KEEP");
        assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(kept.rule()).isNull();
        assertThat(kept.reason()).isEqualTo("no rule");
        assertThat(kept.finishedAt()).isNull();
        var protectedOne = LEDGER.row(run, "m-2");
        assertThat(protectedOne.rule()).isEqualTo("protect.tags");
        assertThat(protectedOne.reason()).isEqualTo("protected tag: keep\uFFFD");
        var planned = LEDGER.row(run, "m-3");
        assertThat(planned.decision()).isEqualTo("DELETE");
        assertThat(planned.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(planned.imageName()).isEqualTo("n\uFFFD");
        assertThat(planned.createdAt()).isEqualTo(NOON);
        assertThat(planned.sizeGib()).isEqualTo(40);
        assertThat(planned.snapshotIds()).containsExactly("s-m-3");
    }

    @Test
    void writesARowAnewUntilTheSeal() {
        var run = LEDGER.begun("again");
        plans.write(run, List.of(due(image("m-1")), due(image("m-2"))));
        plans.write(run, List.of(due(image("m-1")), due(image("m-2"))));

        plans.write(run, List.of(kept(image("m-1"), null, "no rule")));

        assertThat(plans.figures(run)).containsExactly(new PlanFigures(HANGZHOU, 1, 2, null));

        plans.seal(run, RunFacts.NONE);

        assertThatThrownBy(() -> plans.write(run, List.of(kept(image("m-2"), null, "no rule"))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void leavesTheOldestOfTheWholeRunWithinALimit() {
        var run = LEDGER.begun("limit");
        plans.write(
                run,
                List.of(
                        due(image(OTHER_ACCOUNT, "m-oldest", NOON.minusSeconds(9))),
                        due(image(HANGZHOU, "m-b", NOON)),
                        due(image(HANGZHOU, "m-A", NOON)),
                        due(image(BEIJING, "m-z", NOON)),
                        due(image(HANGZHOU, "m-young", NOON.plusSeconds(1))),
                        kept(image(HANGZHOU, "m-kept", NOON.minusSeconds(99)), "protect.names", "protected name")));

        plans.keepBeyondLimit(run, 3);
        plans.keepBeyondLimit(run, 3);

        assertThat(planned(run)).containsExactly("m-z", "m-A", "m-oldest");
        var beyond = LEDGER.row(run, "m-b");
        assertThat(beyond.decision()).isEqualTo("KEEP");
        assertThat(beyond.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(beyond.rule()).isNull();
        assertThat(beyond.reason()).isEqualTo("beyond limit");
        assertThat(LEDGER.row(run, "m-kept").reason()).isEqualTo("protected name");
    }

    @Test
    void leavesAllWithinALimitThatIsNotReached() {
        var run = LEDGER.begun("wide");
        plans.write(run, deletions(HANGZHOU, "m-1", "m-2"));

        plans.keepBeyondLimit(run, 2);

        assertThat(planned(run)).containsExactly("m-1", "m-2");
    }

    @Test
    void leavesTheOldestOfOneRegionForTheRampUp() {
        var run = LEDGER.begun("ramp-up");
        plans.write(run, deletions(BEIJING, "m-1", "m-2", "m-3"));
        plans.write(run, deletions(HANGZHOU, "m-a", "m-B"));

        plans.keepForRampUp(run, HANGZHOU, 1);

        assertThat(planned(run)).containsExactly("m-1", "m-2", "m-3", "m-B");
        assertThat(LEDGER.row(run, "m-a").reason()).isEqualTo("ramp-up");
    }

    @Test
    void givesTheGuardItsFigures() {
        var run = LEDGER.begun("figures");
        plans.write(run, deletions(OTHER_ACCOUNT, "m-1"));
        plans.write(run, List.of(due(image("m-1")), due(image("m-2")), kept(image("m-3"), null, "no rule")));
        plans.write(run, List.of(kept(image(BEIJING, "m-1", NOON), null, "no rule")));

        assertThat(plans.figures(run))
                .containsExactly(
                        new PlanFigures(BEIJING, 0, 1, null),
                        new PlanFigures(HANGZHOU, 2, 3, null),
                        new PlanFigures(OTHER_ACCOUNT, 1, 1, null));
    }

    @Test
    void countsThePlannedByRule() {
        var run = LEDGER.begun("planned");
        plans.write(
                run,
                List.of(
                        due(image("m-1")),
                        due(image("m-2")),
                        Approved.deletion(image("m-3"), "expired", "due", false),
                        kept(image("m-4"), "expired", "not due")));

        assertThat(plans.planned(run))
                .containsExactly(new PlanCount(HANGZHOU, "expired", 1), new PlanCount(HANGZHOU, "nightly-builds", 2));
    }

    @Test
    void copiesAPlanWithoutWhatBecameOfIt() {
        var plan = LEDGER.begun("plan", RunMode.DRY_RUN, NOON);
        plans.write(plan, List.of(due(image("m-1")), kept(image("m-2"), null, "no rule")));
        LEDGER.requested.write(plan, LedgerFixture.keys("m-1"));
        var hash = plans.seal(plan, RunFacts.NONE);
        LEDGER.record(plan, "m-1", LedgerFixture.DELETED);
        var run = LEDGER.begun("apply-plan");

        plans.copy(plan, run);
        plans.copy(plan, run);

        assertThat(LEDGER.outcome(run, "m-1")).isEqualTo(Outcome.PLANNED);
        assertThat(LEDGER.outcome(run, "m-2")).isEqualTo(Outcome.KEPT);
        assertThat(LEDGER.row(run, "m-1").finishedAt()).isNull();
        assertThat(LEDGER.row(run, "m-1").snapshotIds()).containsExactly("s-m-1");
        assertThat(LEDGER.requested.in(run, HANGZHOU)).containsExactly("m-1");
        assertThat(plans.seal(run, RunFacts.NONE)).isEqualTo(hash);
    }

    private static List<String> planned(RunId run) {
        return LEDGER.outcomes
                .rows(run)
                .filter(row -> row.outcome() == Outcome.PLANNED)
                .map(row -> row.image().imageId())
                .toList();
    }
}
