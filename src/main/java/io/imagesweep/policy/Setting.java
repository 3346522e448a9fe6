package io.imagesweep.policy;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a file says for one key. */
sealed interface Setting<T> {

    /** The key is not there; {@code place} is where its mapping begins. */
    record Absent<T>(Place place, String path) implements Setting<T> {}

    /** The key is there with a value that is not allowed, which was said already. */
    record Broken<T>() implements Setting<T> {}

    /** The key is there with a good value. */
    record Given<T>(T value, Place key, Place place, String path) implements Setting<T> {}

    /** Gives the value, or {@code otherwise} where there is no good one. */
    default T orElse(T otherwise) {
        return this instanceof Given<T> given ? given.value() : otherwise;
    }

    /** Gives the value, or null where there is no good one. */
    default @Nullable T orNull() {
        return this instanceof Given<T> given ? given.value() : null;
    }

    /** Gives the value that is in force, {@code byDefault} without the key; nothing where the value is broken. */
    default Optional<T> known(T byDefault) {
        return switch (this) {
            case Given<T> given -> Optional.of(given.value());
            case Absent<T> absent -> Optional.of(byDefault);
            case Broken<T> broken -> Optional.empty();
        };
    }

    default void ifGiven(Consumer<Given<T>> action) {
        if (this instanceof Given<T> given) {
            action.accept(given);
        }
    }

    default void ifAbsent(Consumer<Absent<T>> action) {
        if (this instanceof Absent<T> absent) {
            action.accept(absent);
        }
    }
}
