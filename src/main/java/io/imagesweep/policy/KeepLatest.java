package io.imagesweep.policy;

/** How many of the newest images of each group stay. */
record KeepLatest(int count, GroupBy per) {

    @Override
    public String toString() {
        return "keep-latest " + count + " per " + Shown.shortened(per.toString());
    }
}
