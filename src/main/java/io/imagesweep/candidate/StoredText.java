package io.imagesweep.candidate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Text as the database can hold it: a NUL and half a surrogate pair become the replacement character. What differs from
 * its original in this way matches no exact value of a policy, so it protects nothing and approves nothing by accident.
 */
public final class StoredText {

    private static final int REPLACEMENT = 0xFFFD;

    private StoredText() {}

    /** Gives {@code text}, storable. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(StoredText::unstorable)) {
            return text;
        }
        return text.codePoints()
                .map(point -> unstorable(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Gives {@code text}, storable, or null. */
    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** Gives {@code texts}, storable, as a parameter of type text[]. */
    public static String[] array(Collection<String> texts) {
        return texts.stream().map(StoredText::of).toArray(String[]::new);
    }

    private static boolean unstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
