package io.imagesweep.cli;

import io.imagesweep.candidate.Trial;
import io.imagesweep.candidate.Trial.State;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was checked.
 *
 * @param account null for what is no account's
 * @param region null for what is the same in all regions
 */
record Checked(
        @Nullable String account,
        @Nullable String region,
        String what,
        State state,
        String detail,
        @Nullable String remedy) {

    static Checked of(@Nullable String account, @Nullable String region, Trial trial) {
        return new Checked(account, region, trial.what(), trial.state(), trial.detail(), trial.remedy());
    }

    /** Says whether it is an action that RAM permits, and no other thing that was looked at. */
    boolean isPermission() {
        return what.contains(":");
    }

    boolean failed() {
        return Set.of(State.DENIED, State.FAILS).contains(state);
    }
}
