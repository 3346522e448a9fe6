package io.imagesweep.alibaba;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Referrers in the JSON of the simulator's seed, all of image {@code m-1}. */
final class SeededReferrers {

    private SeededReferrers() {}

    static String instances(int count) {
        return many(count, n -> instance("i-" + n));
    }

    static String instance(String id) {
        return "{\"instanceId\": \"%s\", \"imageId\": \"m-1\"}".formatted(id);
    }

    static String templates(int count, int versions) {
        return many(count, n -> template("lt-" + n, versions));
    }

    static String template(String id, int versions) {
        return "{\"launchTemplateId\": \"%s\", \"defaultVersion\": 1, \"versions\": [%s]}"
                .formatted(id, many(versions, n -> "{\"version\": %d, \"imageId\": \"m-1\"}".formatted(n + 1)));
    }

    static String configurations(int count) {
        return many(count, n -> configuration("asc-" + n));
    }

    static String configuration(String id) {
        return "{\"scalingConfigurationId\": \"%s\", \"imageId\": \"m-1\"}".formatted(id);
    }

    static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }

    /** Two hundred that stay, and before them some that differ from round to round. */
    static String regionOfRound(int round) {
        var before = 40 - 7 * round;
        return "{\"instances\": [%s,%s], \"launchTemplates\": [%s,%s], \"scalingGroups\": [{\"scalingGroupId\": \"asg-1\", \"configurations\": [%s,%s]}]}"
                .formatted(
                        many(before, n -> instance("i-" + round + "x" + n)),
                        instances(200),
                        many(before, n -> template("lt-" + round + "x" + n, 1)),
                        templates(200, 1),
                        many(before, n -> configuration("asc-" + round + "x" + n)),
                        configurations(200));
    }

    static List<String> stable(String prefix, String... suffix) {
        return IntStream.range(0, 200)
                .mapToObj(n -> prefix + n + String.join("", suffix))
                .toList();
    }
}
