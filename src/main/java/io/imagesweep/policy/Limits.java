package io.imagesweep.policy;

import java.util.Locale;

/**
 * How much a run may do before somebody must look at it.
 *
 * @param maxDeletions planned deletions of one account and region
 * @param maxDeletionsPerRun planned deletions of the whole run
 * @param maxPercent planned deletions in percent of the candidates of one account and region
 * @param maxPopulationDrop by how many percent the candidates of one account and region may have become fewer since the last sync
 * @param maxPercentFrom up to how many planned deletions {@code maxPercent} is not asked
 * @param onExceeded what an exceeded cap stops
 * @param maxFailures failed deletions of one account and region, above which its breaker stops
 * @param rampUp planned deletions of one account and region until one run ended well there
 */
public record Limits(
        int maxDeletions,
        int maxDeletionsPerRun,
        int maxPercent,
        int maxPopulationDrop,
        int maxPercentFrom,
        OnExceeded onExceeded,
        int maxFailures,
        int rampUp) {

    /** The limits of a policy that names none. */
    public static final Limits DEFAULTS = new Limits(200, 1000, 20, 30, 5, OnExceeded.RUN, 50, 25);

    /** What an exceeded cap stops. */
    public enum OnExceeded {
        /** The whole run. */
        RUN,
        /** The account and region alone in which the cap was exceeded. */
        REGION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
