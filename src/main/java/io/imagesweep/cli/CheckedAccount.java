package io.imagesweep.cli;

import io.imagesweep.candidate.Trial.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was checked of one account, in one line; what is amiss is only named. */
final class CheckedAccount {

    private static final int MOST_NAMED = 3;

    private final List<Checked> all;

    CheckedAccount(List<Checked> all) {
        this.all = all;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        amiss(parts, State.FAILS);
        amiss(parts, State.DENIED);
        var works = all.stream().filter(one -> one.state() == State.WORKS).toList();
        if (!works.isEmpty()) {
            parts.add(parts.isEmpty() ? "works: " + String.join(", ", working(works)) : "the rest works");
        }
        return String.join("; ", parts);
    }

    private static List<String> working(List<Checked> works) {
        List<String> words = new ArrayList<>();
        works.stream()
                .filter(one -> one.region() == null)
                .map(CheckedAccount::ofAccount)
                .forEach(words::add);
        long permissions = works.stream()
                .filter(Checked::isPermission)
                .map(Checked::what)
                .distinct()
                .count();
        if (permissions > 0) {
            words.add(permissions + (permissions == 1 ? " permission" : " permissions"));
        }
        if (works.stream().anyMatch(one -> one.what().equals("clock"))) {
            words.add("clock");
        }
        return words;
    }

    private static String ofAccount(Checked one) {
        return one.what().equals("regions")
                ? regions(List.of(one.detail().split(", ", -1)))
                : one.detail().replaceAll("acs:ram::\\d+:role/", "");
    }

    private void amiss(List<String> parts, State state) {
        Map<String, List<Checked>> byRegions = new LinkedHashMap<>();
        all.stream()
                .filter(one -> one.state() == state)
                .collect(Collectors.groupingBy(Checked::what, LinkedHashMap::new, Collectors.toList()))
                .forEach((_, those) -> byRegions
                        .computeIfAbsent(regionsOf(those), _ -> new ArrayList<>())
                        .add(those.getFirst()));
        byRegions.forEach((regions, those) -> parts.add(CheckText.word(state)
                + (regions.isEmpty() ? "" : " in " + regions) + ": "
                + those.stream().map(Checked::what).collect(Collectors.joining(", "))));
    }

    /** The accounts of {@code those}, each with its regions. */
    static String places(List<Checked> those) {
        Map<String, List<Checked>> byAccount = those.stream()
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.account()), LinkedHashMap::new, Collectors.toList()));
        if (byAccount.size() > MOST_NAMED) {
            return byAccount.size() + " accounts";
        }
        return byAccount.entrySet().stream()
                .map(entry -> entry.getKey() + " " + regionsOf(entry.getValue()))
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    private static String regionsOf(List<Checked> those) {
        var regions = those.stream()
                .map(Checked::region)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        return regions.isEmpty() ? "" : regions(regions);
    }

    private static String regions(List<String> regions) {
        return regions.size() > MOST_NAMED ? regions.size() + " regions" : String.join(", ", regions);
    }
}
