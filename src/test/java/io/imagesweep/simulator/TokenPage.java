package io.imagesweep.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A page that NextToken asks for: it starts after the item the last one ended with, so that what is deleted in between shifts nothing.
 *
 * @param nextToken empty on the last page
 */
record TokenPage<T>(List<T> items, String nextToken) {

    static <T> TokenPage<T> of(List<T> all, Function<T, String> id, int size, String token) {
        var after = decoded(token);
        var rest = all.stream()
                .sorted(Comparator.comparing(id))
                .filter(item -> after.isEmpty() || id.apply(item).compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        if (rest.size() <= size) {
            return new TokenPage<>(rest, "");
        }
        var items = rest.subList(0, size);
        return new TokenPage<>(items, encoded(id.apply(items.getLast())));
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.INVALID_PARAMETER.refusal("NextToken");
        }
    }
}
