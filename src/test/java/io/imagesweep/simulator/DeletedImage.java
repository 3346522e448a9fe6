package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * An image that was deleted.
 *
 * @param deletedBy id of the request that did it
 */
record DeletedImage(@JsonUnwrapped Image image, Instant deletedAt, String deletedBy) {}
