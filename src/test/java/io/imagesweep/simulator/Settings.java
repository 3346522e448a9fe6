package io.imagesweep.simulator;

import java.time.Duration;

/**
 * What may be changed while the simulator runs.
 *
 * @param latency before each answer
 * @param ratePerMinute calls of one action in one account and region; 0: no quota
 * @param deletionLag how long a deleted image is still listed
 * @param missingImage status of DeleteImage for an unknown id, 200 or 404
 */
record Settings(Latency latency, int ratePerMinute, Duration deletionLag, int missingImage) {

    Settings {
        if (ratePerMinute < 0) {
            throw new IllegalArgumentException("rate per minute is negative: " + ratePerMinute);
        }
        if (missingImage != 200 && missingImage != 404) {
            throw new IllegalArgumentException("missing image: 200 or 404, not " + missingImage);
        }
    }

    Settings withLatency(Latency newLatency) {
        return new Settings(newLatency, ratePerMinute, deletionLag, missingImage);
    }

    Settings withRatePerMinute(int newRate) {
        return new Settings(latency, newRate, deletionLag, missingImage);
    }

    Settings withDeletionLag(Duration newLag) {
        return new Settings(latency, ratePerMinute, newLag, missingImage);
    }

    Settings withMissingImage(int newStatus) {
        return new Settings(latency, ratePerMinute, deletionLag, newStatus);
    }
}
