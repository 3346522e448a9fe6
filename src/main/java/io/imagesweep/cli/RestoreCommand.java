package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
import io.imagesweep.job.Restorations;
import io.imagesweep.ledger.RunId;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Undoes a run of the soft stage. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes the images available again that a run deprecated; dry without --apply. It asks no policy and no limit:"
                        + " nobody loses anything by it.")
final class RestoreCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "RUN_ID", converter = RunIdConverter.class, description = "The live run to undo.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private RunId run;

    @Option(names = "--apply", description = "Really restore; the same command resumes it.")
    private boolean apply;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this time (as 90m or PT90M) with exit code 5; the same command resumes it.")
    private @Nullable Duration deadline;

    RestoreCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new RunAnswering(program, output).answer(context -> {
            var request = context.getBean(Restorations.class).request(run, apply, deadline);
            return context.getBean(CleanupRuns.class).run(request);
        });
    }
}
