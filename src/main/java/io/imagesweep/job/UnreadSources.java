package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What could not be read, and why. One cause in many sources and regions of an account is one sentence. */
final class UnreadSources {

    private final Map<Cause, Set<String>> sources = new HashMap<>();

    void add(AccountRegion where, String source, String why) {
        sources.computeIfAbsent(new Cause(where, why), _ -> new TreeSet<>()).add(source);
    }

    Stream<String> sentences() {
        Map<Gap, Set<String>> regions = new HashMap<>();
        sources.forEach((cause, names) -> regions.computeIfAbsent(
                        new Gap(cause.where().accountId(), Set.copyOf(names), cause.why()), _ -> new TreeSet<>())
                .add(cause.where().regionId()));
        return regions.entrySet().stream().map(entry -> entry.getKey().in(entry.getValue()));
    }

    private record Cause(AccountRegion where, String why) {}

    /** The same sources of an account, missing for the same reason. */
    private record Gap(String account, Set<String> sources, String why) {

        String in(Set<String> regions) {
            return account + "/" + String.join(",", regions) + ": " + String.join(", ", new TreeSet<>(sources)) + ": "
                    + why;
        }
    }
}
