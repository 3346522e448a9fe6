package io.imagesweep.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statuses that the API is known to give. */
enum ImageStatus {
    AVAILABLE("Available"),
    DEPRECATED("Deprecated"),
    UNAVAILABLE("UnAvailable"),
    CREATE_FAILED("CreateFailed"),
    CREATING("Creating"),
    WAITING("Waiting");

    /** The statuses of images that are whole, or never will be. */
    static final List<ImageStatus> SETTLED = List.of(AVAILABLE, DEPRECATED, UNAVAILABLE, CREATE_FAILED);

    private static final Map<String, ImageStatus> BY_WORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ImageStatus::toString, Function.identity()));

    private final String word;

    ImageStatus(String word) {
        this.word = word;
    }

    /** Gives the status of this word, or null for a word that nobody knows. */
    static @Nullable ImageStatus of(@Nullable String word) {
        return word == null ? null : BY_WORD.get(word);
    }

    @Override
    public String toString() {
        return word;
    }
}
