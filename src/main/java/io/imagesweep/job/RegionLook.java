package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Inventory;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.ReferenceCatalog;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.Referrers;
import io.imagesweep.ledger.Baselines;
import io.imagesweep.ledger.Confirmations;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** One look at an account and region, whose every part is stored, or noted as unread: its images, and who refers to images. */
@Component
final class RegionLook {

    private final ImageCatalog images;
    private final ReferenceCatalog references;
    private final Inventory inventory;
    private final Baselines baselines;
    private final Confirmations confirmations;
    private final RunStop stop;
    private final Clock clock;

    RegionLook(
            ImageCatalog images,
            ReferenceCatalog references,
            Inventory inventory,
            Baselines baselines,
            Confirmations confirmations,
            RunStop stop,
            Clock clock) {
        this.images = images;
        this.references = references;
        this.inventory = inventory;
        this.baselines = baselines;
        this.confirmations = confirmations;
        this.stop = stop;
        this.clock = clock;
    }

    /** Lists the images; a listing that fails is for the caller to tell. */
    Reading<Listing> images(AccountRegion where) {
        var startedAt = clock.instant();
        return switch (images.images(where)) {
            case Reading.Complete<List<Candidate>>(var found) -> {
                baselines.replace(where, found.size(), startedAt, () -> inventory.store(where, found, startedAt));
                confirmations.confirm(where, found, startedAt);
                yield new Reading.Complete<>(new Listing(found, startedAt, Map.of()));
            }
            case Reading.Unreadable<List<Candidate>>(var ours, var why) -> {
                failed(where, "images", why);
                yield new Reading.Unreadable<>(ours, why);
            }
        };
    }

    /** Reads who refers to images; a source that fails stops no other, and is noted as missing. */
    void references(AccountRegion where, RunNotes notes) {
        tell(where, stored(readReferences(where)), notes);
    }

    /** Notes sources as missing; what was not read because of a stop is not. */
    void tell(AccountRegion where, Map<ReferenceSource, Reading.Unreadable<Referrers>> unread, RunNotes notes) {
        if (!stop.requested()) {
            unread.forEach((source, reading) -> notes.unread(where, source.toString(), reading.why()));
        }
    }

    /**
     * Looks at everything. The images come last, so that their listing is the freshest part, and families are resolved over
     * it. What could not be read is for the caller to tell.
     */
    Reading<Listing> everything(AccountRegion where) {
        var sources = readReferences(where);
        var reading = images(where);
        var unread = stored(sources);
        return switch (reading) {
            case Reading.Complete<Listing>(var listing) ->
                new Reading.Complete<>(new Listing(listing.images(), listing.startedAt(), unread));
            case Reading.Unreadable<Listing> unreadable -> unreadable;
        };
    }

    /** Reads the sources side by side. */
    private List<SourceReading> readReferences(AccountRegion where) {
        List<Future<SourceReading>> readings = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var source : ReferenceSource.values()) {
                readings.add(threads.submit(() -> read(where, source)));
            }
        }
        return readings.stream().map(Future::resultNow).toList();
    }

    private SourceReading read(AccountRegion where, ReferenceSource source) {
        var startedAt = clock.instant();
        return new SourceReading(where, source, startedAt, references.referrers(where, source));
    }

    /** Stores what was read, and gives what was not. */
    private Map<ReferenceSource, Reading.Unreadable<Referrers>> stored(List<SourceReading> sources) {
        Map<ReferenceSource, Reading.Unreadable<Referrers>> unread = new EnumMap<>(ReferenceSource.class);
        for (var source : sources) {
            switch (source.reading()) {
                case Reading.Complete<Referrers>(var referrers) ->
                    inventory.store(source.where(), source.source(), referrers, source.startedAt());
                case Reading.Unreadable<Referrers> unreadable -> {
                    failed(source.where(), source.source().toString(), unreadable.why());
                    unread.put(source.source(), unreadable);
                }
            }
        }
        return unread;
    }

    /** What was not read because of a stop says nothing about the source. */
    private void failed(AccountRegion where, String source, String why) {
        if (!stop.requested()) {
            inventory.failed(where, source, why);
        }
    }

    /**
     * The images of an account and region.
     *
     * @param startedAt when the listing began
     * @param unread the sources of references that could not be read beside it
     */
    record Listing(
            List<Candidate> images, Instant startedAt, Map<ReferenceSource, Reading.Unreadable<Referrers>> unread) {}

    /** What came of reading one source. */
    private record SourceReading(
            AccountRegion where, ReferenceSource source, Instant startedAt, Reading<Referrers> reading) {}
}
