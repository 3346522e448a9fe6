package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.ledger.Baselines;
import org.springframework.stereotype.Component;

/** Refreshes what the retention database knows of one account and region: its images, then who refers to images. */
@Component
final class SyncRegion {

    private final RegionLook look;
    private final Baselines baselines;

    SyncRegion(RegionLook look, Baselines baselines) {
        this.look = look;
        this.baselines = baselines;
    }

    void images(AccountRegion where, RunNotes notes) {
        // Asked first: storing this listing replaces the last one.
        var baseline = baselines.of(where);
        switch (look.images(where)) {
            case Reading.Complete<RegionLook.Listing> _ -> baseline.ifPresent(images -> notes.baseline(where, images));
            case Reading.Unreadable<RegionLook.Listing>(var _, var why) -> notes.unread(where, why);
        }
    }

    /** Whose image it is that somebody refers to is known best once all images of the run are listed. */
    void references(AccountRegion where, RunNotes notes) {
        look.references(where, notes);
    }
}
