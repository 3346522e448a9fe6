package io.imagesweep.ledger;

import io.imagesweep.candidate.StoredText;
import org.jspecify.annotations.Nullable;

/** What the provider or a connection said, cut to a length that a person reads. */
final class RecordedText {

    private static final int LONGEST = 1000;

    private RecordedText() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null || text.length() <= LONGEST) {
            return StoredText.ofNullable(text);
        }
        return StoredText.of(text.substring(0, LONGEST)) + "…";
    }
}
