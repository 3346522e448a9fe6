package io.imagesweep.deletion;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came back of one call, word for word, for the record.
 *
 * @param httpStatus null when no whole answer came
 * @param code the API's error code; null on success and where there was none
 * @param requestId the provider's id of the call
 * @param message the API's message, or what happened to the connection
 */
public record ApiAnswer(
        @Nullable Integer httpStatus,
        @Nullable String code,
        @Nullable String requestId,
        @Nullable String message) {

    /** Code and message for people. */
    public String sentence() {
        return Stream.of(code, message).filter(Objects::nonNull).collect(Collectors.joining(": "));
    }
}
