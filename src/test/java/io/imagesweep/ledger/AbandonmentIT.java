package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.deletions;
import static io.imagesweep.ledger.LedgerFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbandonmentIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final Runs runs = LEDGER.runs;

    @Test
    void abandonsAnUnsealedRunWithItsRows() {
        var run = LEDGER.begun("dead");
        LEDGER.plans.write(run, deletions(HANGZHOU, "m-1"));
        LEDGER.requested.write(run, LedgerFixture.keys("m-1"));

        runs.abandon(run, NOON.plusSeconds(1));
        runs.abandon(run, NOON.plusSeconds(2));

        assertThat(LEDGER.outcomes.of(run)).isEmpty();
        assertThat(LEDGER.requested.in(run, HANGZHOU)).isEmpty();
        var abandoned = LEDGER.found(run);
        assertThat(abandoned.status()).isEqualTo(RunStatus.ABANDONED);
        assertThat(abandoned.finishedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(abandoned.fence()).isEqualTo(1);
    }

    @Test
    void abandonsARunThatWasStoppedBeforeItsSeal() {
        var run = LEDGER.begun("stopped");
        LEDGER.plans.write(run, deletions(HANGZHOU, "m-1"));
        runs.finish(run, RunStatus.STOPPED, "SIGTERM", NOON);

        runs.abandon(run, NOON.plusSeconds(1));

        assertThat(LEDGER.outcomes.of(run)).isEmpty();
        assertThat(LEDGER.found(run).finishedAt()).isEqualTo(NOON);
    }

    @Test
    void abandonsASealedRunWithoutTouchingItsRows() {
        var run = LEDGER.sealed("left", HANGZHOU, "m-1");

        runs.abandon(run, NOON);

        assertThat(LEDGER.outcomes.of(run)).containsOnlyKeys(Outcome.PLANNED);
        assertThat(LEDGER.found(run).status()).isEqualTo(RunStatus.ABANDONED);
    }
}
