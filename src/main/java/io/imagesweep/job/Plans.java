package io.imagesweep.job;

import io.imagesweep.ledger.RequestedImages;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
import io.imagesweep.ledger.Runs;
import io.imagesweep.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a plan into the request to carry it out, or says why it may not be. */
@Component
public final class Plans {

    private final Runs runs;
    private final RequestedImages requested;
    private final PlanSettings settings;
    private final Clock clock;

    Plans(Runs runs, RequestedImages requested, PlanSettings settings, Clock clock) {
        this.runs = runs;
        this.requested = requested;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Requests a live run with the rows of {@code plan}.
     *
     * @param approved the only plan hash that may be carried out; null for any
     */
    public RunRequest request(RunId plan, Policy policy, @Nullable String approved, @Nullable Duration deadline) {
        var found = runs.find(plan)
                .orElseThrow(() -> new WrongUsage("There is no plan " + plan + ": see imagesweep runs."));
        demandAPlan(found);
        demandFresh(found);
        demandSame("policy", found, found.policyHash(), policy.hash());
        if (approved != null) {
            demandSame("approved plan", found, String.valueOf(found.planHash()), approved);
        }
        return new RunRequest(RunMode.APPLY, null, policy, found.scope(), false, deadline, null, plan, null);
    }

    private void demandAPlan(Run run) {
        if (run.mode() != RunMode.DRY_RUN || run.planHash() == null) {
            throw new WrongUsage("Run " + run.id() + " is no sealed plan, but "
                    + run.mode().word() + " and " + run.status() + ": make one with imagesweep plan.");
        }
        if (run.planId() != null) {
            throw new WrongUsage("Run " + run.id() + " is no plan to delete, but says what a restoration would do:"
                    + " use imagesweep restore " + run.planId() + " --apply.");
        }
        if (run.asOfAnotherTime()) {
            throw new WrongUsage("Plan " + run.id() + " was made as of " + run.decidedAt()
                    + " and can never be applied: make one without --as-of.");
        }
        if (!requested.of(run.id()).isEmpty()) {
            throw new WrongUsage(
                    "Plan " + run.id() + " is of a list of ids: repeat imagesweep delete with --apply instead.");
        }
    }

    /** A plan that is being carried out already may be older: its run is only resumed. */
    private void demandFresh(Run plan) {
        var age = Duration.between(plan.startedAt(), clock.instant());
        if (age.compareTo(settings.planTtl()) > 0
                && runs.latestLive(new RunKey("apply-" + plan.id())).isEmpty()) {
            throw new WrongUsage("Plan " + plan.id() + " is " + age.toHours() + " h old, and imagesweep.plan-ttl is "
                    + settings.planTtl().toHours() + " h: make a new one with imagesweep plan.");
        }
    }

    private static void demandSame(String what, Run plan, String planned, String given) {
        if (!planned.equals(given)) {
            throw new WrongUsage("Plan " + plan.id() + " has the " + what + " hash " + planned + ", not " + given
                    + ": make a new plan with imagesweep plan.");
        }
    }
}
