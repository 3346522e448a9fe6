package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
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
    private PlanningOptions planning = new PlanningOptions();

    @Option(names = "--apply", description = "Really delete.")
    private boolean apply;

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
        planning.demandSense();
        var mode = apply ? RunMode.APPLY : RunMode.DRY_RUN;
        return new RunAnswering(program, output)
                .answer(context -> context.getBean(CleanupRuns.class)
                        .run(planning.request(context, output.err(), mode, deadline, null)));
    }
}
