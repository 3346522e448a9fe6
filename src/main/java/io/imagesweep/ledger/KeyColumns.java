package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Image keys as three arrays side by side, which {@link #TABLE} makes a table of. */
final class KeyColumns {

    static final String TABLE = """
            unnest(cast(:accounts as text[]), cast(:regions as text[]), cast(:images as text[]))
              as wanted (account_id, region_id, image_id)""";

    private KeyColumns() {}

    static Map<String, String[]> of(Collection<ImageKey> keys) {
        var ordered = keys.stream().distinct().sorted().toList();
        return Map.of(
                "accounts", column(ordered, ImageKey::accountId),
                "regions", column(ordered, ImageKey::regionId),
                "images", column(ordered, ImageKey::imageId));
    }

    private static String[] column(List<ImageKey> keys, Function<ImageKey, String> column) {
        return keys.stream().map(column).toArray(String[]::new);
    }
}
