package io.imagesweep.cli;

import io.imagesweep.job.RunRequest;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
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

    RunRequest request(
            ApplicationContext context,
            PrintWriter err,
            RunMode mode,
            @Nullable Duration deadline,
            @Nullable Instant asOf) {
        return new RunRequest(
                mode, key, policy.read(context, err), scope.scope(limit), !noSync, deadline, asOf, null, null);
    }
}
