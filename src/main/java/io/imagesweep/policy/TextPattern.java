package io.imagesweep.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern for a whole text. No pattern and no text can make it run long. */
sealed interface TextPattern permits Glob, Expression {

    /** Says whether {@code text}, which is not empty, fits as a whole. */
    boolean fits(String text);

    /** Says whether it is plain to see that whatever fits one of {@code others} fits one of {@code patterns}. */
    static boolean cover(List<TextPattern> patterns, List<TextPattern> others) {
        return patterns.contains(new Glob("*")) || patterns.containsAll(others);
    }

    /** Gives the first of {@code patterns} that {@code text} fits, or null; no text, or an empty one, fits none. */
    static @Nullable TextPattern firstFit(List<TextPattern> patterns, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        for (TextPattern pattern : patterns) {
            if (pattern.fits(text)) {
                return pattern;
            }
        }
        return null;
    }
}
