package io.imagesweep.cli;

import io.imagesweep.job.ExitCode;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.Runs;
import io.imagesweep.ledger.RunsOfKey;
import io.imagesweep.ledger.Verification;
import io.imagesweep.report.AuditReport;
import io.imagesweep.report.ReportFormat;
import io.imagesweep.report.RunAnswer;
import io.imagesweep.report.RunAnswers;
import io.imagesweep.report.RunText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The audit report of a run. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes every image of a run with what was decided, attempted and got.")
final class ReportCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Which which;

    @Option(
            names = "--format",
            paramLabel = "csv|json|html|text",
            description = "One of ${COMPLETION-CANDIDATES}; default: csv, or json with --output json.")
    private @Nullable ReportFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; default: stdout.")
    private @Nullable Path out;

    @Option(
            names = "--verify",
            description =
                    "Instead of a report, say whether the run's record was altered since its plan was sealed and since"
                            + " it ended; exit code 3 where it was.")
    private boolean verify;

    ReportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (verify && (format != null || out != null)) {
            throw new WrongUsage("--verify writes no report: leave out --format and --out.");
        }
        try (var context = program.start()) {
            var runs = which.in(context);
            return verify ? verify(context, runs) : report(context, runs);
        }
    }

    private int verify(ApplicationContext context, List<Run> runs) {
        var answers = runs.stream().map(run -> verify(context, run)).toList();
        if (answers.size() == 1) {
            output.answer(answers.getFirst(), answers.getFirst().sentence());
        } else {
            var joined = VerifyAnswers.of(String.valueOf(which.key), answers);
            output.answer(joined, joined.sentences());
        }
        return (answers.stream().allMatch(VerifyAnswer::intact) ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
    }

    private static VerifyAnswer verify(ApplicationContext context, Run run) {
        var planHash = run.planHash();
        if (planHash == null) {
            throw new WrongUsage("Run " + run.id() + " is " + run.status()
                    + " and its plan was never sealed, so there is nothing to hold it against.");
        }
        return VerifyAnswer.of(
                run, planHash, context.getBean(Verification.class).differences(run));
    }

    private int report(ApplicationContext context, List<Run> runs) throws IOException {
        var answers = context.getBean(RunAnswers.class);
        var told = which.key == null ? answers.of(runs.getFirst().id(), null) : answers.of(which.key, runs);
        var ids = runs.stream().map(Run::id).toList();
        say(told);
        var report = context.getBean(AuditReport.class);
        if (out == null) {
            report.write(told, ids, form(), output.out());
            output.out().print(form() == ReportFormat.json ? System.lineSeparator() : "");
            output.out().flush();
        } else {
            new ReportFiles(report).write(told, ids, form(), out);
        }
        return ExitCode.DONE.number();
    }

    /** The CSV has no place for what an auditor must know first. */
    private void say(RunAnswer run) {
        run.missing().forEach(sentence -> output.err().println("missing: " + sentence));
        if (run.stopReason() != null) {
            output.err().println(run.stopReason());
        }
        if (!run.snapshots().isEmpty()) {
            output.err().println(RunText.snapshots(run.snapshots()));
        }
    }

    private ReportFormat form() {
        if (format != null) {
            return format;
        }
        return output.json() ? ReportFormat.json : ReportFormat.csv;
    }

    /** The run by its id, or the newest live one of a key, or of each part of it. */
    private static final class Which {

        @Parameters(paramLabel = "RUN_ID", converter = RunIdConverter.class, description = "The run, by its id.")
        private @Nullable RunId id;

        @Option(
                names = "--run-key",
                paramLabel = "KEY",
                converter = RunKeyConverter.class,
                description = "The run, by its key: the newest live one, or those of all its shards together.")
        private @Nullable RunKey key;

        private List<Run> in(ApplicationContext context) {
            var found = key == null
                    ? context.getBean(Runs.class).find(Objects.requireNonNull(id)).stream()
                            .toList()
                    : context.getBean(RunsOfKey.class).newest(key);
            if (found.isEmpty()) {
                throw new WrongUsage(
                        "There is no run " + (key == null ? id : "with key " + key) + ": see imagesweep runs.");
            }
            return found;
        }
    }
}
