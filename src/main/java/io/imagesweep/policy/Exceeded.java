package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cap that the plan exceeds.
 *
 * @param cap the key in the policy's {@code limits}
 * @param value the cap in force
 * @param figure what broke it
 * @param where null for the cap of the whole run
 * @param stopsRun whether the whole run stops, or {@code where} alone
 * @param sentence names the cap, its value, the figure and the way on
 */
public record Exceeded(
        String cap, long value, String figure, @Nullable AccountRegion where, boolean stopsRun, String sentence) {

    static Exceeded ofRegion(
            String cap, long value, String figure, AccountRegion where, boolean stopsRun, String otherWay) {
        String sentence = cap + " is " + value + ", but " + where + " has " + figure + ": " + way(otherWay, cap);
        return new Exceeded(cap, value, figure, where, stopsRun, sentence);
    }

    static Exceeded ofRun(String cap, long value, String figure, int shards, String otherWay) {
        String whole = shards == 1 ? "the run" : "this one of " + shards + " shards";
        String sentence = cap + " is " + value + ", but " + whole + " has " + figure + ": " + way(otherWay, cap);
        return new Exceeded(cap, value, figure, null, true, sentence);
    }

    /** Says all of {@code exceeded} in one line. */
    public static String sentence(List<Exceeded> exceeded) {
        return exceeded.stream().map(Exceeded::sentence).collect(Collectors.joining("; "));
    }

    private static String way(String otherWay, String cap) {
        return otherWay + "raise limits." + cap + " in the policy file";
    }
}
