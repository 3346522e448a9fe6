package io.imagesweep.job;

import io.imagesweep.ledger.Outcome;
import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.RequestedImages;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Runs;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Admits runs: the same key resumes an unfinished run, and repeats no finished one. Dry runs are always new. */
@Component
final class RunDesk {

    private final Runs runs;
    private final Outcomes outcomes;
    private final RequestedImages requested;
    private final NewRuns newRuns;
    private final Clock clock;

    RunDesk(Runs runs, Outcomes outcomes, RequestedImages requested, NewRuns newRuns, Clock clock) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.requested = requested;
        this.newRuns = newRuns;
        this.clock = clock;
    }

    /** Admits a dry run, whose key is only a label. */
    Run admitDry(RunRequest request) {
        return begin(request);
    }

    /** Admits a live run; the caller holds the lock of its key. */
    Admission admitLive(RunRequest request, RunKey key) {
        var latest = runs.latestLive(key);
        return latest.map(run -> again(run, request)).orElseGet(() -> new Admission.Go(begin(request)));
    }

    private Admission again(Run run, RunRequest request) {
        return switch (run.status()) {
            case COMPLETED -> done(run, request);
            case GUARDED -> guarded(run, request);
            case PLANNING, PLANNED, RUNNING, STOPPED ->
                run.planHash() == null ? anew(run, request) : resume(run, request);
            case ABANDONED -> new Admission.Go(begin(request));
        };
    }

    private Admission done(Run run, RunRequest request) {
        demandSameRun(run, request);
        return new Admission.Refuse(run, ExitCode.DONE, "already done");
    }

    /** A guarded run that called nothing frees its key. */
    private Admission guarded(Run run, RunRequest request) {
        if (Set.of(Outcome.KEPT, Outcome.PLANNED)
                .containsAll(outcomes.of(run.id()).keySet())) {
            return new Admission.Go(begin(request));
        }
        return new Admission.Refuse(
                run,
                ExitCode.GUARDED,
                "Run " + run.id() + " with key " + run.key() + " ended GUARDED: " + run.stopReason()
                        + " Take another --run-key for another run.");
    }

    /** A run dead before its plan was sealed has made no call. */
    private Admission anew(Run run, RunRequest request) {
        runs.abandon(run.id(), clock.instant());
        return new Admission.Go(begin(request));
    }

    private Admission resume(Run run, RunRequest request) {
        demandSameRun(run, request);
        runs.raiseFence(run.id());
        if (run.status() == RunStatus.STOPPED) {
            runs.reopen(run.id());
        }
        return new Admission.Go(runs.find(run.id()).orElseThrow());
    }

    private void demandSameRun(Run run, RunRequest request) {
        demandSame("mode", run, run.mode().word(), request.mode().word());
        demandSame("scope", run, run.scope(), request.scope());
        demandSame("policy", run, run.policyHash(), request.policy().hash());
        demandSameImages(run, request);
    }

    private static void demandSame(String what, Run run, Object had, Object asked) {
        if (!had.equals(asked)) {
            throw new WrongUsage("Key " + run.key() + " names the run " + run.id() + " with the " + what + " "
                    + had + ", and this command has the " + what + " " + asked
                    + ": repeat the command as it was, or take another --run-key.");
        }
    }

    private void demandSameImages(Run run, RunRequest request) {
        var images = request.images();
        if (!requested.of(run.id()).equals(images == null ? Set.of() : Set.copyOf(images))) {
            throw new WrongUsage("Key " + run.key() + " names the run " + run.id()
                    + " of another list of images: repeat the command as it was, or take another --run-key.");
        }
    }

    private Run begin(RunRequest request) {
        var run = newRuns.of(request);
        runs.begin(run);
        var images = request.images();
        if (images != null) {
            requested.write(run.id(), images);
        }
        return run;
    }
}
