package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Inventory;
import io.imagesweep.candidate.Reading;
import io.imagesweep.ledger.Baselines;
import io.imagesweep.ledger.Confirmations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Refreshes what the retention database knows of the images of one account and region. */
@Component
final class SyncRegion {

    private final ImageCatalog catalog;
    private final Inventory inventory;
    private final Baselines baselines;
    private final Confirmations confirmations;
    private final RunStop stop;
    private final Clock clock;

    SyncRegion(
            ImageCatalog catalog,
            Inventory inventory,
            Baselines baselines,
            Confirmations confirmations,
            RunStop stop,
            Clock clock) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.baselines = baselines;
        this.confirmations = confirmations;
        this.stop = stop;
        this.clock = clock;
    }

    void sync(AccountRegion where, RunNotes notes) {
        var startedAt = clock.instant();
        switch (catalog.images(where)) {
            case Reading.Complete<List<Candidate>>(var listing) -> store(where, listing, startedAt, notes);
            case Reading.Unreadable<List<Candidate>>(var _, var why) -> failed(where, why, notes);
        }
    }

    private void store(AccountRegion where, List<Candidate> listing, Instant startedAt, RunNotes notes) {
        // The baseline is what the last listing left; storing this one replaces it.
        baselines.of(where).ifPresent(images -> notes.baseline(where, images));
        inventory.store(where, listing, startedAt);
        confirmations.confirm(
                where, listing.stream().map(image -> image.key().imageId()).collect(Collectors.toSet()), startedAt);
    }

    private void failed(AccountRegion where, String why, RunNotes notes) {
        if (!stop.requested()) {
            inventory.failed(where, "images", why);
        }
        notes.unread(where, why);
    }
}
