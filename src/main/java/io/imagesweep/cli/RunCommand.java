package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
import io.imagesweep.job.RunRequest;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The scheduled job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Plans by the policy and, with --apply, deletes. Without --apply it changes nothing.")
final class RunCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(names = "--apply", description = "Really delete.")
    private boolean apply;

    @Option(
            names = "--run-key",
            paramLabel = "KEY",
            converter = RunKeyConverter.class,
            description =
                    "Names the run: the same key resumes an unfinished one and repeats no finished one; default: the UTC date.")
    private @Nullable RunKey key;

    @Option(names = "--no-sync", description = "Decide on the retention database as it is, without asking the cloud.")
    private boolean noSync;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveConverter.class,
            description = "Let only the N oldest images of the plan go.")
    private @Nullable Long limit;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this time (as 90m or PT90M) with exit code 5; the same key resumes the run.")
    private @Nullable Duration deadline;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new RunAnswering(program, output)
                .answer(context -> context.getBean(CleanupRuns.class)
                        .run(new RunRequest(
                                apply ? RunMode.APPLY : RunMode.DRY_RUN,
                                key,
                                policy.read(context, output.err()),
                                scope.scope(limit),
                                !noSync,
                                deadline,
                                null,
                                null,
                                null)));
    }
}
