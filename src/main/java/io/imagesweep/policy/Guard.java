package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.policy.Limits.OnExceeded;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks of a whole plan whether it is sane, before its first deletion. */
public final class Guard {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Limits limits;
    private final int shards;

    private Guard(Limits limits, int shards) {
        this.limits = limits;
        this.shards = shards;
    }

    /**
     * Names every cap that {@code figures} exceed, by account and region, then the one of the whole run.
     *
     * @param shards into how many parts the run is divided, 1 for an undivided one
     */
    public static List<Exceeded> check(Limits limits, List<PlanFigures> figures, int shards) {
        var guard = new Guard(limits, shards);
        Stream<Exceeded> regions = figures.stream()
                .sorted(Comparator.comparing(PlanFigures::where))
                .flatMap(guard::ofRegion);
        return Stream.concat(regions, guard.ofRun(figures).stream()).toList();
    }

    private Stream<Exceeded> ofRegion(PlanFigures figures) {
        return Stream.of(deletions(figures), percent(figures), drop(figures)).flatMap(Optional::stream);
    }

    private Optional<Exceeded> deletions(PlanFigures figures) {
        int cap = limits.maxDeletions();
        if (figures.planned() <= cap) {
            return Optional.empty();
        }
        String figure = figures.planned() + " images planned";
        return Optional.of(exceeded("max-deletions", cap, figure, figures.where(), fewer(cap)));
    }

    private Optional<Exceeded> percent(PlanFigures figures) {
        int cap = limits.maxPercent();
        long from = limits.maxPercentFrom();
        if (figures.planned() <= from || !isAbove(big(figures.planned()), cap, figures.candidates())) {
            return Optional.empty();
        }
        String figure = figures.planned() + " images planned of " + figures.candidates() + " candidates";
        long within = Math.max(from, part(cap, figures.candidates()));
        return Optional.of(exceeded("max-percent", cap, figure, figures.where(), fewer(within)));
    }

    /** Says whether there are fewer images left of the baseline than {@code limits} let pass. */
    public static boolean dropped(Limits limits, PlanFigures figures) {
        Long baseline = figures.baseline();
        return baseline != null
                && isAbove(big(baseline).subtract(big(figures.candidates())), limits.maxPopulationDrop(), baseline);
    }

    private Optional<Exceeded> drop(PlanFigures figures) {
        if (!dropped(limits, figures)) {
            return Optional.empty();
        }
        int cap = limits.maxPopulationDrop();
        String figure = figures.candidates() + " candidates left of " + figures.baseline();
        String way = "find out what became of the others, and if they are rightly gone, for one live run ";
        return Optional.of(exceeded("max-population-drop", cap, figure, figures.where(), way));
    }

    private Optional<Exceeded> ofRun(List<PlanFigures> figures) {
        long cap = Math.max(1, limits.maxDeletionsPerRun() / shards);
        BigInteger planned = figures.stream().map(one -> big(one.planned())).reduce(BigInteger.ZERO, BigInteger::add);
        if (planned.compareTo(big(cap)) <= 0) {
            return Optional.empty();
        }
        String figure = planned + " images planned";
        return Optional.of(Exceeded.ofRun("max-deletions-per-run", cap, figure, shards, fewer(cap)));
    }

    private Exceeded exceeded(String cap, long value, String figure, AccountRegion where, String way) {
        return Exceeded.ofRegion(cap, value, figure, where, limits.onExceeded() == OnExceeded.RUN, way);
    }

    /** Part of a run has no limit of its own. */
    private String fewer(long limit) {
        return limit == 0 || shards > 1 ? "" : "plan fewer with --limit " + limit + ", or ";
    }

    private static boolean isAbove(BigInteger figure, int percent, long whole) {
        return figure.multiply(HUNDRED).compareTo(big(percent).multiply(big(whole))) > 0;
    }

    private static long part(int percent, long whole) {
        return big(percent).multiply(big(whole)).divide(HUNDRED).longValueExact();
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
