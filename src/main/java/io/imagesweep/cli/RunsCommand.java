package io.imagesweep.cli;

import io.imagesweep.report.RunAnswer;
import io.imagesweep.report.RunAnswers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The list of runs. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the runs, newest first.")
final class RunsCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "100",
            converter = PositiveConverter.class,
            description = "How many; default: ${DEFAULT-VALUE}.")
    private Long last = 100L;

    RunsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (var context = program.start()) {
            var runs = context.getBean(RunAnswers.class).latest((int) Math.min(last, Integer.MAX_VALUE));
            output.answer(new Listing(runs), text(runs));
        }
        return 0;
    }

    private static String text(List<RunAnswer> runs) {
        return runs.isEmpty()
                ? "No runs yet."
                : runs.stream().map(RunsCommand::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(RunAnswer run) {
        var missing =
                run.missing().isEmpty() ? "" : "  missing " + run.missing().size() + ", see its report";
        return "%s  %-20s %-8s %-10s %s  %s%s"
                .formatted(
                        run.runId(), run.runKey(), run.mode(), run.status(), run.startedAt(), run.outcomes(), missing);
    }

    /** The answer for a program. */
    record Listing(List<RunAnswer> runs) {}
}
