package io.imagesweep.simulator;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Decides which calls meet which fault: the first of the list that strikes. */
final class FaultPlan {

    private volatile List<Strike> strikes = List.of();

    void replace(List<Fault> faults) {
        strikes = faults.stream().map(Strike::new).toList();
    }

    Optional<Fault> next(Fault.Target target) {
        for (var strike : strikes) {
            if (strike.fault.matches(target) && strike.falls()) {
                return Optional.of(strike.fault);
            }
        }
        return Optional.empty();
    }

    /** One fault and how often it matched and struck. */
    private static final class Strike {

        private final Fault fault;
        private final SplittableRandom random;
        private long matched;
        private long struck;

        Strike(Fault fault) {
            this.fault = fault;
            random = new SplittableRandom(fault.seed() == null ? 1 : fault.seed());
        }

        synchronized boolean falls() {
            matched++;
            var times = fault.times();
            if (times != null && struck >= times) {
                return false;
            }
            var nth = fault.nth();
            var rate = fault.rate();
            boolean falls = (nth == null || matched % nth == 0) && (rate == null || random.nextDouble() < rate);
            struck += falls ? 1 : 0;
            return falls;
        }
    }
}
