package io.imagesweep.cli;

import io.imagesweep.job.CleanupRuns;
import io.imagesweep.job.ExitCode;
import io.imagesweep.job.RunEnd;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.ledger.DatabaseStayedAway;
import io.imagesweep.report.AuditReport;
import io.imagesweep.report.RunAnswer;
import io.imagesweep.report.RunAnswers;
import io.imagesweep.report.RunText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the program for a command that is a run, and answers for it, whatever its end. */
final class RunAnswering {

    private final Program program;
    private final OutputOption output;

    RunAnswering(Program program, OutputOption output) {
        this.program = program;
        this.output = output;
    }

    int answer(Function<ConfigurableApplicationContext, RunEnd> command) {
        try (var context = program.start()) {
            return run(context, command);
        }
    }

    private int run(ConfigurableApplicationContext context, Function<ConfigurableApplicationContext, RunEnd> command) {
        var runs = context.getBean(CleanupRuns.class);
        try {
            var end = command.apply(context);
            say(end);
            var kept = keepReport(context, end);
            answer(context, end);
            return kept ? end.exitCode().number() : ExitCode.ERROR.number();
        } finally {
            runs.answered();
        }
    }

    /** Says whether the report is where it should be; what the run did stands without it. */
    private boolean keepReport(ConfigurableApplicationContext context, RunEnd end) {
        var folder = context.getBean(ProgramSettings.class).reportsDir();
        if (folder == null || end.run() == null) {
            return true;
        }
        try {
            new ReportFiles(context.getBean(AuditReport.class)).writeAll(end.run(), folder);
            return true;
        } catch (WrongUsage unwritten) {
            output.err().println(unwritten.getMessage());
            return false;
        }
    }

    private void say(RunEnd end) {
        missing(end.missing());
        if (end.stopReason() != null) {
            output.err().println(end.stopReason());
        }
    }

    private void missing(List<String> sentences) {
        sentences.forEach(sentence -> output.err().println("missing: " + sentence));
    }

    private void answer(ConfigurableApplicationContext context, RunEnd end) {
        if (end.run() == null) {
            answerWithoutRun(end.missing(), end.stopReason());
            return;
        }
        try {
            var answers = context.getBean(RunAnswers.class);
            missing(answers.leftOpen(end.run()));
            answers.warnings(end.run()).forEach(warning -> output.err().println("note: " + warning));
            answer(answers.of(end.run(), end.stopReason()).missingToo(end.missing()));
        } catch (DatabaseStayedAway away) {
            answerWithoutRun(end.missing(), end.stopReason());
        }
    }

    private void answerWithoutRun(List<String> missing, @Nullable String stopReason) {
        answer(RunAnswer.withoutRun(missing, stopReason));
    }

    private void answer(RunAnswer answer) {
        output.answer(answer, RunText.of(answer));
    }
}
