package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageNeighbours;
import io.imagesweep.candidate.Reading;
import io.imagesweep.deletion.Breaker;
import io.imagesweep.deletion.Deletion;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.deletion.Unsharing;
import io.imagesweep.ledger.DatabaseSettings;
import io.imagesweep.ledger.OpenDeletions;
import io.imagesweep.ledger.OutcomeRecords;
import io.imagesweep.ledger.RunLock;
import io.imagesweep.ledger.UnsharedImages;
import io.imagesweep.quota.Pace;
import io.imagesweep.quota.Paces;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** Puts together the delete step of each account and region of a live run. */
@Component
final class DeletionSteps {

    private final Steps steps;
    private final OpenDeletions rows;
    private final OutcomeRecords records;
    private final ImageCatalog catalog;
    private final Evidences evidences;
    private final RegionLook look;
    private final ImageNeighbours neighbours;
    private final UnsharedImages unshared;
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
            ImageNeighbours neighbours,
            UnsharedImages unshared,
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
        this.neighbours = neighbours;
        this.unshared = unshared;
        this.settings = settings;
        this.sync = sync;
        this.paces = paces;
        this.stop = stop;
        this.database = database;
        this.clock = clock;
    }

    /** @param remover the one object that can change anything, which only a live run has */
    Steps.PartitionStep of(Assignment assignment, RunLock lock, Progress progress, ImageRemover remover) {
        var unsharing = new Unsharing(neighbours, unshared.of(assignment.run().id(), clock));
        var deletion = new Deletion(remover, catalog, unsharing, settings, clock);
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
        var actions = new ActionPaces(paces, where);
        var pace = actions.apply(Deletion.ACTIONS.getFirst());
        var recorder = new OutcomeRecorder(records, run, progress, 4 * settings.maxInFlight());
        var gate = new Gate(where, assignment.notes(), stop, lock, actions::stop, breaker, recorder::healthy, database);
        var calls = new CallsInFlight(deletion, actions, breaker, recorder, clock, settings.maxInFlight());
        var listing =
                new FreshListing(where, looking(assignment, where), evidences, assignment::pass, sync.maxAge(), clock);
        var qualifies = new StillQualifies(listing, catalog, recorder, gate, clock);
        var writer = new DeletionWriter(run, rows, qualifies, calls, recorder, gate, actions, clock, group(pace));
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

    /** Whether an image to restore is still hidden is all that counts, so nobody asks who refers to it. */
    private Supplier<Reading<RegionLook.Listing>> looking(Assignment assignment, AccountRegion where) {
        return assignment.request().restores()
                ? () -> look.images(where)
                : new PatientLook(where, look, assignment::asksFor, sync.maxAge(), assignment.notes(), stop);
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
