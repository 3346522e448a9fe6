package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.OK;
import static io.imagesweep.ledger.LedgerFixture.deletions;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome;
import org.junit.jupiter.api.Test;

class RampUpIT {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void endsAfterOneRunThatEndedWell() {
        assertThat(ledger.plans.provenBefore(HANGZHOU)).isFalse();
        var run = ledger.sealed("m-1", "m-2");
        ledger.record(run, "m-1", DELETED);

        assertThat(ledger.plans.provenBefore(HANGZHOU)).isFalse();

        ledger.record(run, "m-2", new DeletionOutcome.Skipped(OK, "in use"));

        assertThat(ledger.plans.provenBefore(HANGZHOU)).isTrue();
        assertThat(ledger.plans.provenBefore(BEIJING)).isFalse();
    }

    @Test
    void goesOnAfterAFailure() {
        var run = ledger.sealed("m-1", "m-2");
        ledger.record(run, "m-1", DELETED);
        ledger.record(run, "m-2", new DeletionOutcome.Failed(OK, "no"));

        assertThat(ledger.plans.provenBefore(HANGZHOU)).isFalse();
    }

    @Test
    void goesOnWhenNothingWasDeleted() {
        var run = ledger.sealed("m-1", "m-2");
        ledger.record(run, "m-1", new DeletionOutcome.AlreadyGone(OK));
        ledger.record(run, "m-2", new DeletionOutcome.Deferred(OK));

        assertThat(ledger.plans.provenBefore(HANGZHOU)).isFalse();
    }

    @Test
    void goesOnAfterADryRun() {
        var run = ledger.begun("dry", RunMode.DRY_RUN, NOON);
        ledger.plans.write(run, deletions(HANGZHOU, "m-1"));
        ledger.plans.seal(run, RunFacts.NONE);
        ledger.record(run, "m-1", DELETED);

        assertThat(ledger.plans.provenBefore(HANGZHOU)).isFalse();
    }
}
