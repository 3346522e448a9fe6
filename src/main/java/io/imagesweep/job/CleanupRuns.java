package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.ledger.DatabaseStayedAway;
import io.imagesweep.ledger.Fences;
import io.imagesweep.ledger.RestorationRows;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunLock;
import io.imagesweep.ledger.RunLocks;
import io.imagesweep.ledger.RunScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs the job: admits the run, takes its locks, starts it, and says how it ended. */
@Component
public final class CleanupRuns {

    private final RunDesk desk;
    private final NewRuns newRuns;
    private final RegionsOfRun regions;
    private final RestorationRows restorations;
    private final RunLocks locks;
    private final Fences fences;
    private final OutlastingJobRepository repository;
    private final CleanupJob jobs;
    private final JobLaunch launch;
    private final RunClosing closing;
    private final RunStop stop;
    private final SessionName session;
    private final DeadlineWatch deadline;

    CleanupRuns(
            RunDesk desk,
            NewRuns newRuns,
            RegionsOfRun regions,
            RestorationRows restorations,
            RunLocks locks,
            Fences fences,
            OutlastingJobRepository repository,
            CleanupJob jobs,
            JobLaunch launch,
            RunClosing closing,
            RunStop stop,
            SessionName session,
            DeadlineWatch deadline) {
        this.desk = desk;
        this.newRuns = newRuns;
        this.regions = regions;
        this.restorations = restorations;
        this.locks = locks;
        this.fences = fences;
        this.repository = repository;
        this.jobs = jobs;
        this.launch = launch;
        this.closing = closing;
        this.stop = stop;
        this.session = session;
        this.deadline = deadline;
    }

    /** Does what {@code request} asks, to the end. */
    public RunEnd run(RunRequest request) {
        stop.started();
        session.ofRun(newRuns.keyOf(request).toString());
        var notes = new RunNotes();
        try (var _ = deadline.over(request.deadline(), notes)) {
            return request.live() ? live(request, notes) : dry(request, notes);
        }
    }

    /** Refreshes the retention database and does nothing else. */
    public RunEnd sync(RunScope scope) {
        stop.started();
        session.ofRun("sync");
        var notes = new RunNotes();
        var all = regions.of(scope, true, false, notes);
        return closing.withoutRun(start(jobs.syncOnly(all, notes), RunId.next(), notes), notes);
    }

    /** The command has answered: a program that waits for that may end now. */
    public void answered() {
        stop.finished();
    }

    private RunEnd dry(RunRequest request, RunNotes notes) {
        var where = regionsOf(request, notes);
        var run = desk.admitDry(request);
        var assignment = new Assignment(run, request, where, notes);
        return closing.of(assignment, start(jobs.dry(assignment), run.id(), notes));
    }

    private RunEnd live(RunRequest request, RunNotes notes) {
        var key = newRuns.keyOf(request);
        try (var lock = locks.open()) {
            if (!lock.lockKey(key)) {
                return new RunEnd(
                        null, ExitCode.HELD, List.of(), "Another run holds the key " + key + ": wait for its end.");
            }
            return switch (desk.admitLive(request, key)) {
                case Admission.Refuse(var run, var code, var sentence) ->
                    new RunEnd(run.id(), code, List.of(), sentence);
                case Admission.Go(var run) -> underLock(request, run, notes, lock);
            };
        }
    }

    private RunEnd underLock(RunRequest request, Run run, RunNotes notes, RunLock lock) {
        var resolved = regionsOf(request, notes);
        var ours = lockRegions(request.restores() ? resolved : regions.withRows(resolved, run), lock, notes);
        var fence = fences.of(run);
        lock.watch(fence);
        repository.guardBy(fence);
        var assignment = new Assignment(run, request, ours, notes);
        var progress = new Progress();
        try (var _ = progress.tell()) {
            return closing.of(assignment, start(jobs.live(assignment, lock, progress), run.id(), notes));
        }
    }

    private static List<AccountRegion> lockRegions(List<AccountRegion> wanted, RunLock lock, RunNotes notes) {
        Set<AccountRegion> held = new HashSet<>();
        for (AccountRegion where : wanted) {
            if (!lock.lockRegion(where)) {
                held.add(where);
                notes.stopped(ExitCode.HELD, where + ": left out, another run holds it");
            }
        }
        return wanted.stream().filter(where -> !held.contains(where)).toList();
    }

    private List<AccountRegion> regionsOf(RunRequest request, RunNotes notes) {
        var undone = request.planId();
        if (request.restores() && undone != null) {
            return regions.demandConfigured(restorations.regions(undone));
        }
        var images = request.images();
        return images == null ? regions.of(request.scope(), request.sync(), request.live(), notes) : regions.of(images);
    }

    private JobEnd start(Job job, RunId run, RunNotes notes) {
        try {
            return JobEnd.of(launch.start(job, run), notes);
        } catch (DatabaseStayedAway away) {
            notes.stopped(ExitCode.RESUMABLE, String.valueOf(away.getMessage()));
            return JobEnd.FAILED;
        }
    }
}
