package io.imagesweep.simulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the conditions of a policy are about.
 *
 * @param resourceTags of what the call is aimed at
 */
record Circumstances(Instant now, String sourceIp, Supplier<Map<String, String>> resourceTags) {

    private static final String RESOURCE_TAG = "acs:resourcetag/";

    /** Empty: nobody knows the key, or nothing has it. */
    Optional<String> value(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith(RESOURCE_TAG)) {
            return Optional.ofNullable(resourceTags.get().get(key.substring(RESOURCE_TAG.length())));
        }
        return switch (lower) {
            case "acs:currenttime" -> Optional.of(now.toString());
            case "acs:sourceip" -> Optional.of(sourceIp);
            case "acs:securetransport" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
