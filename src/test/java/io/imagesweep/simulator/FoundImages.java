package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers the last few questions for images and what was found, until a listing that was looked at is another one. */
final class FoundImages {

    private static final int KEPT = 8;

    private final Map<Map<String, String>, Found> answers = new LinkedHashMap<>();

    /** What was found for {@code question} in the same listings, or else what {@code search} finds. */
    List<ListedImage> find(Map<String, String> question, List<Listing> listings, Supplier<List<ListedImage>> search) {
        var known = known(question);
        if (known != null && known.isOf(listings)) {
            return known.images();
        }
        var found = new Found(listings, search.get());
        remember(question, found);
        return found.images();
    }

    private synchronized @Nullable Found known(Map<String, String> question) {
        return answers.get(question);
    }

    private synchronized void remember(Map<String, String> question, Found found) {
        answers.remove(question);
        answers.put(question, found);
        if (answers.size() > KEPT) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    /** What was found where. */
    private record Found(List<Listing> listings, List<ListedImage> images) {

        /** A listing is itself only, which is why they are compared by identity, as they have no equals. */
        boolean isOf(List<Listing> others) {
            return listings.equals(others);
        }
    }
}
