package io.imagesweep.simulator;

import org.jspecify.annotations.Nullable;

/** Refuses a state in which something is missing that nothing can stand in for. */
final class Required {

    private Required() {}

    static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
