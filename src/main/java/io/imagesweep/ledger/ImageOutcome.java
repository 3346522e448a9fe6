package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.DeletionOutcome;
import java.time.Instant;

/**
 * How the deletion of one image ended.
 *
 * @param attempts the calls made for it in this run, throttled ones not counted
 */
public record ImageOutcome(ImageKey image, DeletionOutcome outcome, int attempts, Instant at) {}
