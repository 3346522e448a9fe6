package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.deletion.DeletionOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmationsIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Confirmations confirmations = ledger.confirmations;

    @Test
    void confirmWhatNoListingHolds() {
        ledger.inventory().store(HANGZHOU, List.of(image("m-1"), image("m-2"), image("m-3")), NOON);
        var earlier = ledger.sealed("earlier", HANGZHOU, "m-0");
        ledger.record(earlier, "m-0", DELETED);
        var run = ledger.sealed("m-1", "m-2", "m-3");
        ledger.record(run, "m-1", DELETED);
        ledger.record(run, "m-2", DELETED);
        ledger.record(run, "m-3", new DeletionOutcome.AlreadyGone(OK));

        assertThat(confirmations.confirm(HANGZHOU, List.of(), NOON.minusMillis(1)))
                .as("by a listing that began before the deletions ended")
                .isZero();
        assertThat(confirmations.confirm(BEIJING, List.of(), NOON.plusSeconds(9)))
                .isZero();
        assertThat(confirmations.confirm(HANGZHOU, List.of(image("m-2")), NOON.plusSeconds(9)))
                .isEqualTo(2);

        assertThat(ledger.row(run, "m-1").confirmedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(ledger.row(earlier, "m-0").confirmedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(ledger.row(run, "m-2").confirmedAt()).isNull();
        assertThat(ledger.row(run, "m-3").confirmedAt()).isNull();
        var candidates = ImageFixture.candidates(ledger.database);
        assertThat(candidates.page(HANGZHOU, null, 10)).containsExactly(image("m-2"), image("m-3"));

        assertThat(confirmations.confirm(HANGZHOU, List.of(), NOON.plusSeconds(19)))
                .isOne();

        assertThat(ledger.row(run, "m-1").confirmedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(ledger.row(run, "m-2").confirmedAt()).isEqualTo(NOON.plusSeconds(19));
    }
}
