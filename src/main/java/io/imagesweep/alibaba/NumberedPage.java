package io.imagesweep.alibaba;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One page of a listing by page numbers.
 *
 * @param total how many items there are on all pages
 */
record NumberedPage<T>(int total, List<T> items) {

    /** Reads the items below {@code /LIST/ITEM}; empty where the page does not say how many there are, or shows none of its list. */
    static Optional<NumberedPage<JsonNode>> of(JsonNode body, String list, String item) {
        JsonNode total = body.path("TotalCount");
        if (!total.isInt() || !body.has(list)) {
            return Optional.empty();
        }
        return Optional.of(new NumberedPage<>(
                total.asInt(), body.path(list).path(item).valueStream().toList()));
    }
}
