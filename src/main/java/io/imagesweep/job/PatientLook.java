package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.ReferenceSource;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at an account and region, and again after a pause while something could not be read that the decisions ask for, a few
 * times: meanwhile its rows stay open. Where we are denied it, looking again is of no use.
 */
final class PatientLook implements Supplier<Reading<RegionLook.Listing>> {

    private static final Logger LOG = LoggerFactory.getLogger(PatientLook.class);
    private static final int LOOKS = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final AccountRegion where;
    private final RegionLook look;
    private final Predicate<ReferenceSource> asked;
    private final Duration pause;
    private final RunNotes notes;
    private final RunStop stop;

    /**
     * @param asked the sources of references that decide
     * @param maxAge how old a look may grow, so that a pause is short beside it
     */
    PatientLook(
            AccountRegion where,
            RegionLook look,
            Predicate<ReferenceSource> asked,
            Duration maxAge,
            RunNotes notes,
            RunStop stop) {
        this.where = where;
        this.look = look;
        this.asked = asked;
        this.pause = shorter(maxAge.dividedBy(10), LONGEST_PAUSE);
        this.notes = notes;
        this.stop = stop;
    }

    /** Of a look that a stop cut short nothing can be said. */
    @Override
    public Reading<RegionLook.Listing> get() {
        var reading = look.everything(where);
        for (int looks = 1; looks < LOOKS && mayPass(reading) && rested(); looks++) {
            reading = look.everything(where);
        }
        if (stop.requested() && mayPass(reading)) {
            return new Reading.Unreadable<>(false, "not read: the run is stopping");
        }
        if (reading instanceof Reading.Complete<RegionLook.Listing>(var listing)) {
            look.tell(where, listing.unread(), notes);
        }
        return reading;
    }

    private boolean mayPass(Reading<RegionLook.Listing> reading) {
        return switch (reading) {
            case Reading.Complete<RegionLook.Listing>(var listing) -> {
                var lacking = listing.unread().entrySet().stream()
                        .filter(source -> asked.test(source.getKey()))
                        .map(source -> source.getValue().ours())
                        .toList();
                yield !lacking.isEmpty() && !lacking.contains(true);
            }
            case Reading.Unreadable<RegionLook.Listing>(boolean ours, var _) -> !ours;
        };
    }

    private boolean rested() {
        LOG.warn("{}: looked at again in {}, for not all of it could be read", where, pause);
        return stop.rest(pause);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
