package io.imagesweep.simulator;

/** Counts the calls of the running minute; once it is full, it is shut until the next one. */
final class QuotaWindow {

    private long minute = Long.MIN_VALUE;
    private int admitted;
    private int arrived;
    private int fullest;
    private long refused;
    private int spentByOthers;

    synchronized boolean admit(long now, int limit) {
        enter(now);
        arrived++;
        fullest = Math.max(fullest, arrived);
        if (limit > 0 && admitted + spentByOthers >= limit) {
            refused++;
            return false;
        }
        admitted++;
        return true;
    }

    synchronized void spend(int perMinute) {
        spentByOthers = perMinute;
    }

    synchronized Figures figures(long now) {
        enter(now);
        return new Figures(arrived, refused, fullest, spentByOthers);
    }

    private void enter(long now) {
        if (now != minute) {
            minute = now;
            admitted = 0;
            arrived = 0;
        }
    }

    /**
     * What a window has seen.
     *
     * @param calls in the running minute, refused ones too
     * @param fullestMinute the most calls of any minute
     * @param spentByOthers what of each minute is not ours
     */
    record Figures(int calls, long refused, int fullestMinute, int spentByOthers) {}
}
