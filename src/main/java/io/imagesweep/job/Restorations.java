package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.ledger.RestorationRows;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunMode;
import io.imagesweep.ledger.RunScope;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Runs;
import io.imagesweep.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a run of the soft stage into the request to undo it, or says why that may not be. */
@Component
public final class Restorations {

    private static final Set<RunStatus> UNFINISHED =
            Set.of(RunStatus.PLANNING, RunStatus.PLANNED, RunStatus.RUNNING, RunStatus.STOPPED);

    private final Runs runs;
    private final RestorationRows rows;

    Restorations(Runs runs, RestorationRows rows) {
        this.runs = runs;
        this.rows = rows;
    }

    /**
     * Requests to make the images available again that {@code id} deprecated. No policy is asked, and no cap: nobody loses
     * anything by it.
     *
     * @param apply whether to do so; else only to say what would be restored
     */
    public RunRequest request(RunId id, boolean apply, @Nullable Duration deadline) {
        var run = runs.find(id)
                .orElseThrow(() -> new WrongUsage("There is no run " + id + " to undo: see imagesweep runs."));
        demandLive(run);
        demandFinished(run);
        var where = rows.regions(id);
        if (where.isEmpty()) {
            throw new WrongUsage("Run " + id + " deprecated no image, so there is nothing to restore.");
        }
        var mode = apply ? RunMode.RESTORE : RunMode.DRY_RUN;
        return new RunRequest(mode, null, Policy.NONE, scope(where), false, deadline, null, id, null, true);
    }

    private static void demandLive(Run run) {
        if (run.mode() != RunMode.APPLY) {
            throw new WrongUsage("Run " + run.id() + " has the mode "
                    + run.mode().word() + " and deprecated nothing: name a live run, see imagesweep runs.");
        }
    }

    private static void demandFinished(Run run) {
        if (UNFINISHED.contains(run.status())) {
            throw new WrongUsage("Run " + run.id() + " is " + run.status()
                    + " and may still deprecate images: let its key " + run.key() + " finish it first.");
        }
    }

    private static RunScope scope(List<AccountRegion> where) {
        return new RunScope(
                where.stream().map(AccountRegion::accountId).toList(),
                where.stream().map(AccountRegion::regionId).toList(),
                null);
    }
}
