package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.Deletion;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.deletion.RemoverSource;
import io.imagesweep.ledger.DatabaseSettings;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.OutcomeRecords;
import io.imagesweep.ledger.RunLock;
import io.imagesweep.quota.Pace;
import io.imagesweep.quota.Paces;
import java.time.Clock;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** Puts together the delete step of each account and region of a live run. */
@Component
final class DeletionSteps {

    static final String ACTION = "DeleteImage";

    private final Steps steps;
    private final OpenDeletions rows;
    private final OutcomeRecords records;
    private final ImageCatalog catalog;
    private final Evidences evidences;
    private final RegionLook look;
    private final RemoverSource removers;
    private final DeletionSettings settings;
    private final SyncSettings sync;
    private final Paces paces;
    private final RunStop stop;
    private final DatabaseSettings database;
    private final Clock clock;

    DeletionSteps(
            Steps steps,
            OpenDeletions rows,
            OutcomeRecords records,
            ImageCatalog catalog,
            Evidences evidences,
            RegionLook look,
            RemoverSource removers,
            DeletionSettings settings,
            SyncSettings sync,
            Paces paces,
            RunStop stop,
            DatabaseSettings database,
            Clock clock) {
        this.steps = steps;
        this.rows = rows;
        this.records = records;
        this.catalog = catalog;
        this.evidences = evidences;
        this.look = look;
        this.removers = removers;
        this.settings = settings;
        this.sync = sync;
        this.paces = paces;
        this.stop = stop;
        this.database = database;
        this.clock = clock;
    }

    /** Creates the one object that can delete; called for a live run alone. */
    Steps.PartitionStep of(Assignment assignment, RunLock lock, Progress progress) {
        var deletion = new Deletion(removers.remover(), catalog, settings, clock);
        return (name, where) -> step(assignment, lock, progress, deletion, name, where);
    }

    private AbstractStep step(
            Assignment assignment,
            RunLock lock,
            Progress progress,
            Deletion deletion,
            String name,
            AccountRegion where) {
        var run = assignment.run();
        var breaker = new Breaker(assignment.request().policy().limits().maxFailures());
        var pace = paces.of(where, ACTION);
        var recorder = new OutcomeRecorder(records, run, progress, 4 * settings.maxInFlight());
        var gate = new Gate(where, assignment.notes(), stop, lock, pace, breaker, recorder, database);
        var calls = new CallsInFlight(deletion, pace, breaker, recorder, clock, settings.maxInFlight());
        var listing =
                new FreshListing(where, look, evidences, assignment.notes(), assignment::pass, sync.maxAge(), clock);
        var qualifies = new StillQualifies(listing, catalog, recorder, gate, clock);
        var writer = new DeletionWriter(run, rows, qualifies, calls, recorder, gate, pace, clock, group(pace));
        var step = new DeletionStep(
                name,
                chunk(pace),
                new OpenDeletionReader(rows, gate, run.id(), where),
                qualifies,
                writer,
                recorder,
                steps.repository());
        step.setTransactionManager(noTransactions());
        return initialized(step);
    }

    /** About a second of the quota. */
    private static int chunk(Pace pace) {
        return Math.max(10, (int) pace.permitsPerMinute() / 60);
    }

    /** About a quarter of a second of the quota. */
    private static int group(Pace pace) {
        return Math.max(1, (int) pace.permitsPerMinute() / 240);
    }

    private static DeletionStep initialized(DeletionStep step) {
        try {
            step.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("the delete step lacks a part", e);
        }
        return step;
    }

    /** A chunk must not keep a connection while its calls are on their way, so its transactions hold no resource. */
    static ResourcelessTransactionManager noTransactions() {
        var transactions = new ResourcelessTransactionManager();
        transactions.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return transactions;
    }
}
