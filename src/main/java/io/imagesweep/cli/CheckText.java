package io.imagesweep.cli;

import io.imagesweep.candidate.Trial.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was checked, for a person at a terminal: a line for each account, then each thing amiss with its remedy, once for all
 * accounts that have it, then what was tried at all.
 */
final class CheckText {

    private static final String GAP = "  ";

    private CheckText() {}

    static String of(List<Checked> all) {
        var byPlace = grouped(all, one -> Objects.requireNonNullElse(one.account(), one.what()));
        int column = byPlace.keySet().stream().mapToInt(String::length).max().orElse(0) + GAP.length();
        List<String> lines = new ArrayList<>();
        byPlace.forEach((place, those) ->
                lines.add(Lines.hanging(place + " ".repeat(column - place.length()), verdict(those))));
        amiss(all).forEach(lines::add);
        lines.addAll(tried(all));
        return String.join("\n", lines);
    }

    private static String verdict(List<Checked> those) {
        var first = those.getFirst();
        return first.account() == null ? ofProgram(first) : new CheckedAccount(those).toString();
    }

    private static String ofProgram(Checked one) {
        return word(one.state()) + ": " + one.detail() + (one.remedy() == null ? "" : "; " + one.remedy());
    }

    /** Causes that differ only in the number of the account are the same. */
    private static Stream<String> amiss(List<Checked> all) {
        var failed = all.stream().filter(one -> one.failed() && one.account() != null);
        return grouped(failed.toList(), CheckText::generalCause).values().stream()
                .map(CheckText::cause);
    }

    private static String generalCause(Checked one) {
        return String.join("\n", word(one.state()), one.what(), general(one, one.detail()), remedy(one));
    }

    private static String cause(List<Checked> alike) {
        var first = alike.getFirst();
        boolean one = alike.stream().map(Checked::account).distinct().count() == 1;
        var cause = "%s: %s in %s: %s"
                .formatted(
                        word(first.state()),
                        first.what(),
                        CheckedAccount.places(alike),
                        one ? first.detail() : general(first, first.detail()));
        return Lines.hanging(GAP, cause) + "\n"
                + Lines.hanging(GAP + GAP, one ? String.valueOf(first.remedy()) : remedy(first));
    }

    private static String remedy(Checked one) {
        return general(one, String.valueOf(one.remedy()));
    }

    private static String general(Checked one, String text) {
        return text.replace(String.valueOf(one.account()), "ACCOUNT");
    }

    private static List<String> tried(List<Checked> all) {
        var ofRegions = all.stream().filter(one -> one.region() != null).toList();
        Set<String> tried = new LinkedHashSet<>();
        ofRegions.stream()
                .filter(one -> one.state() != State.UNTRIED && one.isPermission())
                .forEach(one -> tried.add(one.what()));
        List<String> lines = new ArrayList<>();
        if (!tried.isEmpty()) {
            lines.add(Lines.hanging("tried: ", String.join(", ", tried)));
        }
        var untried = ofRegions.stream().filter(one -> one.state() == State.UNTRIED);
        grouped(untried.toList(), Checked::detail)
                .forEach((why, those) -> lines.add(Lines.hanging(
                        "not tried: ",
                        those.stream().map(Checked::what).distinct().collect(Collectors.joining(", ")) + " (" + why
                                + ")")));
        return lines;
    }

    static String word(State state) {
        return switch (state) {
            case WORKS -> "works";
            case DENIED -> "denied";
            case FAILS -> "fails";
            case UNTRIED -> "not tried";
        };
    }

    private static Map<String, List<Checked>> grouped(List<Checked> all, Function<Checked, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
