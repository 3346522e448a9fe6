package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Inventory;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.Attempt;
import io.imagesweep.deletion.DeletionOutcome;
import io.imagesweep.devservices.TestDatabase;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Decision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on a database of its own, and what tests put into it. */
final class LedgerFixture {

    static final RunScope ALL = new RunScope(List.of(), List.of(), null);
    static final ApiAnswer OK = new ApiAnswer(200, null, "r-1", null);
    static final DeletionOutcome DELETED = new DeletionOutcome.Deleted(OK, false);

    final TestDatabase database;
    final JdbcClient jdbc;
    final Runs runs;
    final PlanRows plans;
    final OpenDeletions open;
    final OutcomeRecords records;
    final LeftOvers leftOvers;
    final Confirmations confirmations;
    final Outcomes outcomes;
    final Baselines baselines;
    final RequestedImages requested;

    LedgerFixture() {
        this(TestDatabase.migrated());
    }

    LedgerFixture(TestDatabase database) {
        this.database = database;
        jdbc = database.jdbc();
        runs = new Runs(jdbc, database.transactions());
        plans = new PlanRows(jdbc, database.batches(), database.transactions());
        open = new OpenDeletions(jdbc, database.transactions());
        records = new OutcomeRecords(database.batches(), database.transactions());
        leftOvers = new LeftOvers(jdbc, database.batches(), database.transactions());
        confirmations = new Confirmations(jdbc, database.transactions());
        outcomes = new Outcomes(jdbc, database.transactions());
        baselines = new Baselines(jdbc, database.transactions());
        requested = new RequestedImages(jdbc, database.transactions());
    }

    /** A live run that plans. */
    RunId begun(String key) {
        return begun(key, RunMode.APPLY, NOON);
    }

    RunId begun(String key, RunMode mode, Instant startedAt) {
        var id = RunId.next();
        runs.begin(run(id, key, mode, startedAt));
        return id;
    }

    static Run run(RunId id, String key, RunMode mode, Instant startedAt) {
        return new Run(
                id,
                new RunKey(key),
                mode,
                RunStatus.PLANNING,
                NOON,
                "policy-hash",
                null,
                null,
                ALL,
                "ops",
                "host-1",
                startedAt,
                null,
                null,
                0,
                RunFacts.NONE);
    }

    /** A live run whose sealed plan is to delete the images. */
    RunId sealed(String key, AccountRegion where, String... ids) {
        var run = begun(key);
        plans.write(run, deletions(where, ids));
        plans.seal(run, RunFacts.NONE);
        return run;
    }

    RunId sealed(String... ids) {
        return sealed("key", HANGZHOU, ids);
    }

    static List<Decision> deletions(AccountRegion where, String... ids) {
        return Arrays.stream(ids)
                .map(id -> due(ImageFixture.image(where, id, NOON)))
                .toList();
    }

    static Decision due(Candidate image) {
        return Approved.deletion(image, "nightly-builds", "due: older than 30d", false);
    }

    static Decision kept(Candidate image, @Nullable String rule, String reason) {
        return new Decision.Keep(image, rule, reason);
    }

    void claim(RunId run, long fence, String... ids) {
        open.claim(run, fence, keys(ids), NOON);
    }

    void record(RunId run, String id, DeletionOutcome outcome) {
        records.record(run, 0, List.of(), List.of(ended(id, outcome)));
    }

    static ImageOutcome ended(String id, DeletionOutcome outcome) {
        return new ImageOutcome(key(id), outcome, 1, NOON.plusSeconds(5));
    }

    static Attempt attempt(String id, int number, ApiAnswer answer) {
        return new Attempt(key(id), number, "DeleteImage", NOON, NOON.plusMillis(50), answer);
    }

    static ImageKey key(String id) {
        return new ImageKey(HANGZHOU, id);
    }

    static List<ImageKey> keys(String... ids) {
        return Arrays.stream(ids).map(LedgerFixture::key).toList();
    }

    Outcome outcome(RunId run, String id) {
        return row(run, id).outcome();
    }

    ResultRow row(RunId run, String id) {
        return outcomes.rows(run)
                .filter(row -> row.image().imageId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Run found(RunId run) {
        return runs.find(run).orElseThrow();
    }

    Inventory inventory() {
        return ImageFixture.inventory(database);
    }
}
