package io.imagesweep.simulator;

import java.time.Duration;

/**
 * What is to be done with one call of the API.
 *
 * @param latency before anything is sent
 */
record Handling(Delivery delivery, Duration latency, CallRecord record) {}
