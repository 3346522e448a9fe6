package io.imagesweep.cli;

import io.imagesweep.candidate.Trial.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was checked, for a person: a line for each account, or region where regions differ, and one for each thing amiss. */
final class CheckText {

    private CheckText() {}

    static String of(List<Checked> all) {
        Map<String, List<Checked>> byPlace = new LinkedHashMap<>();
        all.forEach(one ->
                byPlace.computeIfAbsent(account(one), _ -> new ArrayList<>()).add(one));
        List<String> lines = new ArrayList<>();
        byPlace.forEach((account, those) -> lines.addAll(ofAccount(account, those)));
        return String.join("\n", lines);
    }

    private static List<String> ofAccount(String account, List<Checked> those) {
        Map<String, List<Checked>> byRegion = new LinkedHashMap<>();
        those.forEach(
                one -> byRegion.computeIfAbsent(Objects.requireNonNullElse(one.region(), ""), _ -> new ArrayList<>())
                        .add(one));
        Map<List<String>, List<String>> regionsByFindings = new LinkedHashMap<>();
        byRegion.forEach((region, found) -> regionsByFindings
                .computeIfAbsent(findings(found), _ -> new ArrayList<>())
                .add(region));
        return regionsByFindings.entrySet().stream()
                .flatMap(group -> {
                    var regions = String.join(",", group.getValue());
                    var place = regions.isEmpty() ? account : account + " " + regions;
                    return group.getKey().stream().map(finding -> place + ": " + finding);
                })
                .toList();
    }

    private static List<String> findings(List<Checked> found) {
        List<String> findings = new ArrayList<>();
        add(findings, "works: ", State.WORKS, found);
        add(findings, "not tried: ", State.UNTRIED, found);
        found.stream().filter(Checked::failed).map(CheckText::amiss).forEach(findings::add);
        return findings;
    }

    private static void add(List<String> findings, String head, State state, List<Checked> found) {
        var those = found.stream()
                .filter(one -> one.state() == state)
                .map(one -> state == State.WORKS && one.detail().equals("permitted")
                        ? one.what()
                        : one.what() + " (" + one.detail() + ")")
                .collect(Collectors.joining(", "));
        if (!those.isEmpty()) {
            findings.add(head + those);
        }
    }

    private static String amiss(Checked one) {
        return "%s: %s: %s; %s"
                .formatted(one.state() == State.DENIED ? "denied" : "fails", one.what(), one.detail(), one.remedy());
    }

    private static String account(Checked one) {
        return one.account() == null ? one.what() : one.account();
    }
}
