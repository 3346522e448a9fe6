package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could not be read, and why. One cause is one sentence, in however many accounts, regions and sources. */
final class UnreadSources {

    /** Stands for the number of each account in a cause that is told of several. */
    private static final String ANY_ACCOUNT = "ACCOUNT";

    private static final int MOST_NAMED = 10;
    private static final int NAMED_OF_MORE = 3;

    private final Map<String, Cause> causes = new HashMap<>();

    void add(AccountRegion where, String source, String why) {
        add(where.accountId(), "/" + where.regionId(), source, why);
    }

    /** Something of the account itself, in no region. */
    void add(String account, String source, String why) {
        add(account, "", source, why);
    }

    private void add(String account, String region, String source, String why) {
        causes.computeIfAbsent(why, _ -> new Cause())
                .sources
                .computeIfAbsent(account, _ -> new TreeMap<>())
                .computeIfAbsent(region, _ -> new TreeSet<>())
                .add(source);
    }

    Stream<String> sentences() {
        Map<String, Map<String, Cause>> alike = new TreeMap<>();
        causes.forEach((why, cause) ->
                alike.computeIfAbsent(cause.general(why), _ -> new TreeMap<>()).put(why, cause));
        return alike.entrySet().stream().map(entry -> sentence(entry.getKey(), entry.getValue()));
    }

    private static String sentence(String general, Map<String, Cause> alike) {
        var all = new Cause();
        alike.values().forEach(cause -> all.sources.putAll(cause.sources));
        return all.places() + ": "
                + (alike.size() == 1 ? alike.keySet().iterator().next() : general);
    }

    /** Where one cause struck: the sources by region by account. */
    private static final class Cause {

        private final SortedMap<String, SortedMap<String, Set<String>>> sources = new TreeMap<>();

        /** The cause without the number of its account, where it has only one. */
        String general(String why) {
            return sources.size() == 1 ? why.replace(sources.firstKey(), ANY_ACCOUNT) : why;
        }

        String places() {
            Map<Set<String>, List<String>> places = new HashMap<>();
            sources.forEach((account, regions) -> regionsBySources(regions)
                    .forEach((those, names) -> places.computeIfAbsent(those, _ -> new ArrayList<>())
                            .add(account + names)));
            return places.entrySet().stream()
                    .map(entry -> named(entry.getValue()) + ": " + String.join(", ", entry.getKey()))
                    .sorted()
                    .collect(Collectors.joining("; "));
        }

        private static Map<Set<String>, String> regionsBySources(SortedMap<String, Set<String>> regions) {
            Map<Set<String>, String> names = new HashMap<>();
            regions.forEach(
                    (region, those) -> names.merge(those, region, (before, next) -> before + "," + next.substring(1)));
            return names;
        }

        private static String named(List<String> places) {
            return places.size() <= MOST_NAMED
                    ? String.join(", ", places)
                    : "%d accounts (%s and %d more)"
                            .formatted(
                                    places.size(),
                                    String.join(", ", places.subList(0, NAMED_OF_MORE)),
                                    places.size() - NAMED_OF_MORE);
        }
    }
}
