package io.imagesweep.candidate;

import org.jspecify.annotations.Nullable;

/**
 * Whether one thing that runs depend on works.
 *
 * @param what the permission's action, or another word for what was tried
 * @param detail what was found, or what the provider said
 * @param remedy what to do about it; null where there is nothing to do
 */
public record Trial(
        String what, State state, String detail, @Nullable String remedy) {

    /** Gives the trial of something that works. */
    public static Trial works(String what, String detail) {
        return new Trial(what, State.WORKS, detail, null);
    }

    /** Gives the trial of something that does not. */
    public static Trial fails(String what, String detail, String remedy) {
        return new Trial(what, State.FAILS, detail, remedy);
    }

    /** How a trial ended. */
    public enum State {
        WORKS,
        DENIED,
        FAILS,
        UNTRIED
    }
}
