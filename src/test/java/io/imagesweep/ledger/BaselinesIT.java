package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.ledger.LedgerFixture.DELETED;
import static io.imagesweep.ledger.LedgerFixture.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.DeletionOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesIT {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void areThePopulationMinusWhatWeDeletedSince() {
        assertThat(ledger.baselines.of(HANGZHOU)).isEmpty();
        var run = ledger.sealed("m-1", "m-2", "m-3");
        ledger.record(run, "m-1", DELETED);
        ledger.record(run, "m-2", new DeletionOutcome.AlreadyGone(OK));

        // the outcomes are of five seconds past noon
        sync(0);

        assertThat(ledger.baselines.of(HANGZHOU)).contains(3L);

        sync(6);

        assertThat(ledger.baselines.of(HANGZHOU)).contains(4L);
        assertThat(ledger.baselines.of(BEIJING)).isEmpty();
    }

    @Test
    void areUnknownWhileTheImagesWereNeverListed() {
        ledger.inventory().failed(HANGZHOU, "images", "Forbidden");

        assertThat(ledger.baselines.of(HANGZHOU)).isEmpty();
    }

    private void sync(int seconds) {
        ledger.inventory()
                .store(
                        HANGZHOU,
                        List.of(image("m-1"), image("m-2"), image("m-3"), image("m-4")),
                        NOON.plusSeconds(seconds));
    }
}
