package io.imagesweep.job;

import io.imagesweep.ledger.DatabaseStayedAway;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.Outcome;
import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunStatus;
import io.imagesweep.ledger.Runs;
import io.imagesweep.ledger.Snapshots;
import io.imagesweep.ledger.UnsharedImages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes the last line of a run: its status comes from the rows of the ledger, never from counters in memory. */
@Component
final class RunClosing {

    private final Runs runs;
    private final Outcomes outcomes;
    private final OpenDeletions open;
    private final Snapshots snapshots;
    private final UnsharedImages unshared;
    private final RunStop stop;
    private final Clock clock;

    RunClosing(
            Runs runs,
            Outcomes outcomes,
            OpenDeletions open,
            Snapshots snapshots,
            UnsharedImages unshared,
            RunStop stop,
            Clock clock) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.open = open;
        this.snapshots = snapshots;
        this.unshared = unshared;
        this.stop = stop;
        this.clock = clock;
    }

    RunEnd of(Assignment assignment, JobEnd end) {
        var notes = assignment.notes();
        var run = assignment.run();
        if (stop.requested() && notes.stopReason() == null) {
            notes.remark("stopped by a signal; the same key resumes the run");
        }
        try {
            var status = status(assignment, end);
            noteFailures(assignment);
            if (status == RunStatus.STOPPED && !stop.requested() && notes.exitCode() == ExitCode.DONE) {
                notes.ended(ExitCode.INCOMPLETE); // this command could not get at them
            }
            runs.missing(run.id(), notes.lasting());
            runs.finish(run.id(), status, notes.stopReason(), clock.instant());
        } catch (DatabaseStayedAway away) {
            notes.stopped(ExitCode.RESUMABLE, String.valueOf(away.getMessage()));
        }
        return new RunEnd(run.id(), notes.exitCode(), notes.missing(), notes.stopReason());
    }

    RunEnd withoutRun(JobEnd end, RunNotes notes) {
        if (end == JobEnd.STOPPED && notes.stopReason() == null) {
            notes.remark("stopped by a signal");
        }
        return new RunEnd(null, notes.exitCode(), notes.missing(), notes.stopReason());
    }

    private RunStatus status(Assignment assignment, JobEnd end) {
        Run now = runs.find(assignment.run().id()).orElseThrow();
        if (now.status() == RunStatus.PLANNING) {
            return RunStatus.PLANNING; // its key plans anew
        }
        if (!assignment.request().live()) {
            return RunStatus.PLANNED;
        }
        if (assignment.notes().isGuarded()) {
            return RunStatus.GUARDED;
        }
        return end == JobEnd.COMPLETED && open.count(now.id()) == 0 && snapshots.unfinished(now.id()) == 0
                ? RunStatus.COMPLETED
                : RunStatus.STOPPED;
    }

    private void noteFailures(Assignment assignment) {
        if (!assignment.request().live()) {
            return;
        }
        var run = assignment.run().id();
        if (outcomes.of(run).containsKey(Outcome.FAILED)
                || outcomes.ofSnapshots(run).containsKey(Outcome.FAILED)
                || unshared.unreturned(run) > 0) {
            assignment.notes().ended(ExitCode.INCOMPLETE);
        }
    }
}
