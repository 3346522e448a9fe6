package io.imagesweep.candidate;

/** What came of reading something from the provider: never an empty result in the place of a failed one. */
public sealed interface Reading<T> {

    /** It was read, whole. */
    record Complete<T>(T value) implements Reading<T> {}

    /**
     * It could not be read.
     *
     * @param ours whether the cause is ours (credentials, permissions, clock, endpoint), so that asking again is of no use
     * @param why the code and message of the answer, or of the connection
     */
    record Unreadable<T>(boolean ours, String why) implements Reading<T> {}
}
