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
import java.util.Arrays;
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

    @Test
    void stayWhileALaterListingFallsShortOfThem() {
        listed(0, "m-1", "m-2", "m-3", "m-4");
        listed(1, "m-1", "m-2");
        listed(2, "m-1", "m-2", "m-3");

        assertThat(ledger.baselines.of(HANGZHOU)).contains(4L);

        listed(3, "m-1", "m-2", "m-3", "m-4", "m-5");
        listed(4, "m-1", "m-2");

        assertThat(ledger.baselines.of(HANGZHOU)).contains(5L);
    }

    @Test
    void areNotKeptForWhatWeDeleted() {
        var run = ledger.sealed("m-1", "m-2", "m-3");
        listed(0, "m-1", "m-2", "m-3", "m-4");
        ledger.record(run, "m-1", DELETED);
        ledger.record(run, "m-2", DELETED);

        listed(6, "m-3", "m-4");
        listed(7, "m-3", "m-4", "m-5");
        listed(8, "m-3", "m-4");

        assertThat(ledger.baselines.of(HANGZHOU)).contains(3L);
    }

    @Test
    void areWhatAGuardLetPassAndNoFewer() {
        listed(0, "m-1", "m-2", "m-3", "m-4");
        listed(2, "m-1", "m-2", "m-3");
        ledger.baselines.accept(HANGZHOU, 3, NOON.plusSeconds(1));

        assertThat(ledger.baselines.of(HANGZHOU)).contains(3L);

        listed(4, "m-1");
        ledger.baselines.accept(HANGZHOU, 3, NOON.plusSeconds(1));
        assertThat(ledger.baselines.of(HANGZHOU)).contains(3L);

        ledger.baselines.accept(HANGZHOU, 2, NOON.plusSeconds(3));
        assertThat(ledger.baselines.of(HANGZHOU)).contains(2L);
    }

    private void listed(int seconds, String... ids) {
        var images = Arrays.stream(ids).map(ImageFixture::image).toList();
        var startedAt = NOON.plusSeconds(seconds);
        ledger.baselines.replace(
                HANGZHOU, images.size(), startedAt, () -> ledger.inventory().store(HANGZHOU, images, startedAt));
    }

    private void sync(int seconds) {
        ledger.inventory()
                .store(
                        HANGZHOU,
                        List.of(image("m-1"), image("m-2"), image("m-3"), image("m-4")),
                        NOON.plusSeconds(seconds));
    }
}
