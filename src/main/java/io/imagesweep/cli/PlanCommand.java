package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
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
    private PlanningOptions planning = new PlanningOptions();

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
        planning.demandSense();
        return new RunAnswering(program, output)
                .answer(context -> context.getBean(CleanupRuns.class)
                        .run(planning.request(context, output.err(), RunMode.DRY_RUN, null, asOf)));
    }
}
