package io.imagesweep.cli;

import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.job.RunRequest;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
import io.imagesweep.ledger.Shard;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command says that plans by the policy. */
final class PlanningOptions {

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(
            names = "--run-key",
            paramLabel = "KEY",
            converter = RunKeyConverter.class,
            description =
                    "Names the run; default: the UTC date. With --apply the same key resumes an unfinished run and"
                            + " repeats no finished one; else it is only a label.")
    private @Nullable RunKey key;

    @Option(
            names = "--no-sync",
            description = "Decide on the retention database as it is; a plan then needs no cloud and no credentials.")
    private boolean noSync;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveConverter.class,
            description = "Let only the N oldest images of the plan go.")
    private @Nullable Long limit;

    @Option(
            names = "--shard",
            paramLabel = "i/N",
            converter = ShardConverter.class,
            description =
                    "Only part i (from 0) of N parts of the accounts and regions, as a run of its own; N alone takes i"
                            + " from JOB_COMPLETION_INDEX, which a Kubernetes Indexed Job sets.")
    private @Nullable Shard shard;

    @Option(
            names = "--force",
            description =
                    "Delete with Force what instances use, whatever the rules say of force; needs --reason, and a policy"
                            + " that does not protect what instances use.")
    private boolean force;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is forced, for the record.")
    private @Nullable String reason;

    RunRequest request(
            ApplicationContext context,
            PrintWriter err,
            RunMode mode,
            @Nullable Duration deadline,
            @Nullable Instant asOf) {
        var read = policy.read(context, err);
        if (force && read.asksFor(ReferenceSource.INSTANCES)) {
            throw new WrongUsage(
                    "--force has nothing to do while the policy keeps what instances use: take instances out of"
                            + " protect.referenced-by, or leave --force out.");
        }
        return new RunRequest(mode, key, read, scope.scope(limit, reason, shard), !noSync, deadline, asOf, null, null);
    }

    /** Refuses options that do not go together, before anything starts. */
    void demandSense() {
        if (force != (reason != null && !reason.isBlank())) {
            throw new WrongUsage("--force and --reason TEXT go together: give both or none.");
        }
        if (limit != null && shard != null) {
            throw new WrongUsage("--limit " + limit + " counts the oldest images of the whole run, and shard " + shard
                    + " knows only its part: leave one of the two out.");
        }
    }
}
