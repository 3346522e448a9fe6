package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.deletion.Deletion;
import io.imagesweep.quota.Pace;
import io.imagesweep.quota.Paces;
import java.util.function.Function;

/** The paces of the actions that change images in one account and region: each action has a quota of its own. */
record ActionPaces(Paces paces, AccountRegion where) implements Function<String, Pace> {

    @Override
    public Pace apply(String action) {
        return paces.of(where, action);
    }

    /** Wakes what waits for a permit, and lets nothing more start. */
    void stop() {
        Deletion.ACTIONS.forEach(action -> apply(action).stop());
    }
}
