package io.imagesweep.job;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.ledger.UnlistedImages;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles the ids of a list that no candidate has: without a call that changes anything. */
@Component
final class UnknownImages {

    private final UnlistedImages unlisted;
    private final ImageCatalog catalog;
    private final Clock clock;

    UnknownImages(UnlistedImages unlisted, ImageCatalog catalog, Clock clock) {
        this.unlisted = unlisted;
        this.catalog = catalog;
        this.clock = clock;
    }

    void settle(Assignment assignment) {
        var run = assignment.run().id();
        var reached = assignment.readRegions();
        var gone = unlisted.of(run).stream()
                .filter(image -> reached.contains(image.where()))
                .filter(image -> isGone(image, assignment))
                .toList();
        unlisted.gone(run, gone, clock.instant());
    }

    private boolean isGone(ImageKey image, Assignment assignment) {
        // Without a sync no call is made at all: the retention database is all that is known.
        return !assignment.request().sync() || lookedUpInVain(image, assignment.notes());
    }

    private boolean lookedUpInVain(ImageKey image, RunNotes notes) {
        return switch (catalog.image(image)) {
            case Reading.Complete<Optional<Candidate>>(var found) -> {
                found.ifPresent(_ -> notes.missing(image + ": it appeared only after the listing; ask again"));
                yield found.isEmpty();
            }
            case Reading.Unreadable<Optional<Candidate>>(var _, var why) -> {
                notes.missing(image + ": " + why);
                yield false;
            }
        };
    }
}
