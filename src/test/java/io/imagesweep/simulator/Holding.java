package io.imagesweep.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image in a region, with what ends by itself.
 *
 * @param busyUntil null: not busy, or for as long as nobody changes it
 * @param listedUntil null: not deleted
 */
record Holding(
        Image image, @Nullable Instant busyUntil, @Nullable Instant listedUntil) {

    static Holding of(Image image, Instant now) {
        var busyFor = image.busyFor();
        return image.busy() == null || busyFor == null
                ? new Holding(image, null, null)
                : new Holding(image, now.plus(Durations.parsePositive(busyFor)), null);
    }

    Holding at(Instant now) {
        return busyUntil == null || now.isBefore(busyUntil) ? this : new Holding(image.settled(), null, listedUntil);
    }

    Holding with(Image changed) {
        return new Holding(changed, changed.busy() == null ? null : busyUntil, listedUntil);
    }

    Holding deletedUntil(Instant end) {
        return new Holding(image, busyUntil, end);
    }

    /** The next time at which something ends by itself. */
    Instant nextChange(Instant now) {
        var idle = busyUntil == null || !busyUntil.isAfter(now) ? Instant.MAX : busyUntil;
        return listedUntil == null || listedUntil.isAfter(idle) ? idle : listedUntil;
    }

    boolean deleted() {
        return listedUntil != null;
    }

    boolean listed(Instant now) {
        return listedUntil == null || now.isBefore(listedUntil);
    }
}
