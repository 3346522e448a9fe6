package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.key;
import static io.imagesweep.ledger.LedgerFixture.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftOversIT {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void areTheRowsOfAnyRunWhoseAnswerIsUnknown() {
        var first = ledger.sealed("first", HANGZHOU, "m-1", "m-2");
        var second = ledger.sealed("second", HANGZHOU, "m-3");
        ledger.sealed("elsewhere", BEIJING, "m-4");
        ledger.claim(first, 0, "m-1");
        ledger.claim(second, ledger.runs.raiseFence(second), "m-3");

        assertThat(ledger.leftOvers.in(HANGZHOU))
                .containsExactlyInAnyOrder(
                        new LeftOver(first, new RunKey("first"), key("m-1"), "DELETE", NOON, 0, false),
                        new LeftOver(second, new RunKey("second"), key("m-3"), "DELETE", NOON, 1, false));
        assertThat(ledger.leftOvers.in(BEIJING)).isEmpty();
    }

    @Test
    void areDeletedWhereGoneAndOpenWhereThere() {
        var run = ledger.sealed("key", HANGZHOU, "m-1", "m-2");
        ledger.runs.status(run, RunStatus.RUNNING);
        ledger.claim(run, 0, "m-1", "m-2");
        var left = ledger.leftOvers.in(HANGZHOU);

        settleTwice("key", left);

        var gone = ledger.row(run, "m-1");
        assertThat(gone.outcome()).isEqualTo(Outcome.DELETED);
        assertThat(gone.message()).isEqualTo("settled by looking");
        assertThat(gone.finishedAt()).isEqualTo(NOON.plusSeconds(9));
        var there = ledger.open.page(run, HANGZHOU, null, 10);
        assertThat(there).extracting(OpenDeletion::image).containsExactly(key("m-2"));
        assertThat(there.getFirst().calledBefore()).isTrue();
        assertThat(ledger.found(run).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(ledger.leftOvers.in(HANGZHOU)).isEmpty();
    }

    @Test
    void areForgottenByNoLaterCall() {
        var run = ledger.sealed("key", HANGZHOU, "m-1");
        ledger.claim(run, 0, "m-1");
        ledger.leftOvers.settle(new RunKey("key"), Map.of(), ledger.leftOvers.in(HANGZHOU), NOON);
        ledger.claim(run, 0, "m-1");
        ledger.open.giveBack(run, 0, keys("m-1"));

        assertThat(ledger.open.page(run, HANGZHOU, null, 10).getFirst().calledBefore())
                .isTrue();
    }

    @Test
    void areSettledOnlyAsTheyWereSeen() {
        var run = ledger.sealed("key", HANGZHOU, "m-1", "m-2");
        ledger.claim(run, 0, "m-1", "m-2");
        var seen = ledger.leftOvers.in(HANGZHOU);
        ledger.leftOvers.settle(new RunKey("key"), Map.of(), seen, NOON);
        ledger.claim(run, ledger.runs.raiseFence(run), "m-1", "m-2");

        settleTwice("key", seen);

        assertThat(ledger.outcomes.of(run)).containsOnlyKeys(Outcome.CALLING);
    }

    @Test
    void endTheUnfinishedRunsOfOtherKeys() {
        var other = ledger.sealed("other", HANGZHOU, "m-1", "m-2");
        ledger.runs.status(other, RunStatus.RUNNING);
        var untouched = ledger.sealed("untouched", HANGZHOU, "m-3");
        ledger.claim(other, 0, "m-1", "m-2");

        settleTwice("ours", ledger.leftOvers.in(HANGZHOU));

        var abandoned = ledger.found(other);
        assertThat(abandoned.status()).isEqualTo(RunStatus.ABANDONED);
        assertThat(abandoned.finishedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(abandoned.stopReason())
                .isEqualTo("left behind: its open calls were settled by the run with key ours");
        assertThat(ledger.found(untouched).status()).isEqualTo(RunStatus.PLANNED);
        assertThatThrownBy(() -> ledger.claim(other, 0, "m-2")).isInstanceOf(FenceMoved.class);
    }

    private void settleTwice(String ours, List<LeftOver> left) {
        for (int time = 0; time < 2; time++) {
            ledger.leftOvers.settle(
                    new RunKey(ours),
                    Map.of(left.getFirst(), DELETED),
                    left.subList(1, left.size()),
                    NOON.plusSeconds(9));
        }
    }
}
