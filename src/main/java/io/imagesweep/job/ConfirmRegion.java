package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Reading;
import io.imagesweep.ledger.Confirmations;
import io.imagesweep.ledger.RunId;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Confirms, by one more listing, that what was accepted for deletion is gone. */
@Component
final class ConfirmRegion {

    private final ImageCatalog catalog;
    private final Confirmations confirmations;
    private final Clock clock;

    ConfirmRegion(ImageCatalog catalog, Confirmations confirmations, Clock clock) {
        this.catalog = catalog;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /** Where {@code run} has deletions to confirm. */
    List<AccountRegion> regions(RunId run) {
        return confirmations.unconfirmedRegions(run);
    }

    void confirm(AccountRegion where, RunNotes notes) {
        var startedAt = clock.instant();
        switch (catalog.images(where)) {
            case Reading.Complete<List<Candidate>>(var listing) ->
                confirmations.confirm(
                        where,
                        listing.stream().map(image -> image.key().imageId()).collect(Collectors.toSet()),
                        startedAt);
            case Reading.Unreadable<List<Candidate>>(var _, var why) ->
                notes.missing(where + ": confirmation of its deletions: " + why);
        }
    }
}
