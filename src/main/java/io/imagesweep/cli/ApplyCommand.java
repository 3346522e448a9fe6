package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
import io.imagesweep.job.Plans;
import io.imagesweep.ledger.RunId;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries a plan out. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Deletes what a plan names, as far as it still qualifies.")
final class ApplyCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Parameters(paramLabel = "PLAN_ID", converter = RunIdConverter.class, description = "The runId that plan answered.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private RunId plan;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this time (as 90m or PT90M) with exit code 5; the same command resumes the run.")
    private @Nullable Duration deadline;

    @Option(names = "--approve", paramLabel = "HASH", description = "Refuse the plan unless its planHash is this one.")
    private @Nullable String approved;

    @Option(names = "--yes", description = "Do not ask on a terminal.")
    private boolean yes;

    ApplyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new RunAnswering(program, output).answer(context -> {
            var request =
                    context.getBean(Plans.class).request(plan, policy.read(context, output.err()), approved, deadline);
            new Confirmation(yes).demand("Delete what plan " + plan + " names?");
            return context.getBean(CleanupRuns.class).run(request);
        });
    }
}
