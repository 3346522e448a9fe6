package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
import io.imagesweep.job.RunRequest;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A dry run whose plan can be applied. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Plans by the policy and changes nothing; apply PLAN_ID carries the plan out.")
final class PlanCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(names = "--run-key", paramLabel = "KEY", converter = RunKeyConverter.class, description = "A label.")
    private @Nullable RunKey key;

    @Option(
            names = "--no-sync",
            description = "Decide on the retention database as it is; needs no cloud and no credentials.")
    private boolean noSync;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveConverter.class,
            description = "Let only the N oldest images of the plan go.")
    private @Nullable Long limit;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Decide as of another time, as 2026-12-01T00:00:00Z; such a plan can never be applied.")
    private @Nullable Instant asOf;

    PlanCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new RunAnswering(program, output)
                .answer(context -> context.getBean(CleanupRuns.class)
                        .run(new RunRequest(
                                RunMode.DRY_RUN,
                                key,
                                policy.read(context, output.err()),
                                scope.scope(limit),
                                !noSync,
                                null,
                                asOf,
                                null,
                                null)));
    }
}
