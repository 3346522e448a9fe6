package io.imagesweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The seed of a simulated cloud: images in regions of accounts, each account with the role that the program assumes. */
final class CloudState {

    static final String ACCOUNT = "1000000000000001";
    static final String OTHER = "1000000000000002";
    static final String HANGZHOU = "cn-hangzhou";
    static final String BEIJING = "cn-beijing";

    private final Map<String, Map<String, List<String>>> images = new TreeMap<>();

    /** Adds {@code count} ordinary images that are 40 days old, named {@code PREFIX-N}, with ids {@code m-PREFIX-N}. */
    CloudState old(String account, String region, String prefix, int count) {
        IntStream.range(0, count)
                .forEach(number ->
                        image(account, region, "m-%s-%03d".formatted(prefix, number), """
                "imageName": "%s-%03d", "creationTime": "-P40D"
                """.formatted(prefix, number)));
        return this;
    }

    CloudState old(String prefix, int count) {
        return old(ACCOUNT, HANGZHOU, prefix, count);
    }

    /** Adds one image with {@code fields} of its own, in the JSON of the seed. */
    CloudState image(String account, String region, String id, String fields) {
        images.computeIfAbsent(account, _ -> new TreeMap<>())
                .computeIfAbsent(region, _ -> new ArrayList<>())
                .add("{\"imageId\": \"%s\", %s}".formatted(id, fields));
        return this;
    }

    String json() {
        return images.entrySet().stream()
                .map(account -> account(account.getKey(), account.getValue()))
                .collect(Collectors.joining(",", "{\"accounts\": [", "]}"));
    }

    private static String account(String id, Map<String, List<String>> regions) {
        var keys = id.equals(ACCOUNT) ? "{\"id\": \"testid\", \"secret\": \"testsecret\"}" : "";
        return """
                {"accountId": "%s", "accessKeys": [%s],
                 "roles": [{"name": "imagesweep", "assumableBy": ["%s"], "allow": ["*"]}], "regions": [%s]}
                """.formatted(
                        id,
                        keys,
                        ACCOUNT,
                        regions.entrySet().stream()
                                .map(region -> "{\"regionId\": \"%s\", \"images\": [%s]}"
                                        .formatted(region.getKey(), String.join(",", region.getValue())))
                                .collect(Collectors.joining(",")));
    }
}
