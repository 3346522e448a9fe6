package io.imagesweep.policy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts, for each group of images in one account and region, those that came so far. */
final class NewerCounts {

    private final Map<String, Long> counts = new HashMap<>();

    /** Gives how many images of {@code group} count before this one, and counts this one too where it may. */
    long pass(@Nullable String group, boolean counts) {
        if (group == null) {
            return 0;
        }
        long newer = this.counts.getOrDefault(group, 0L);
        if (counts) {
            this.counts.put(group, newer + 1);
        }
        return newer;
    }

    void startAnew() {
        counts.clear();
    }
}
