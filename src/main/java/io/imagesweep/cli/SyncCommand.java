package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The refresh of the retention database alone. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Refreshes the retention database from the cloud and does nothing else.")
final class SyncCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    SyncCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new RunAnswering(program, output)
                .answer(context -> context.getBean(CleanupRuns.class).sync(scope.scope()));
    }
}
