package io.imagesweep.policy;

import io.imagesweep.candidate.ReferenceSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known to use images. */
enum ReferrerType {
    INSTANCE("instance", ReferenceSource.INSTANCES),
    LAUNCH_TEMPLATE("launch-template", ReferenceSource.LAUNCH_TEMPLATES),
    LAUNCH_TEMPLATE_VERSION("launch-template-version", ReferenceSource.LAUNCH_TEMPLATES),
    SCALING_CONFIGURATION("scaling-configuration", ReferenceSource.SCALING_CONFIGURATIONS);

    private final String word;
    private final ReferenceSource source;

    ReferrerType(String word, ReferenceSource source) {
        this.word = word;
        this.source = source;
    }

    /** Gives the type of this word, or null for a word that nobody knows. */
    static @Nullable ReferrerType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Where users of this type are looked for. */
    ReferenceSource source() {
        return source;
    }
}
