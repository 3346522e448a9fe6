package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import java.time.Instant;

/**
 * A row that a process left behind between a call and its answer.
 *
 * @param decision the planned action
 * @param startedAt when it was first marked
 * @param fence the take-over under which it was marked last
 * @param taken whether the image was being taken from accounts that are owed it
 */
public record LeftOver(
        RunId run, RunKey key, ImageKey image, String decision, Instant startedAt, long fence, boolean taken) {}
