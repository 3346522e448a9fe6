package io.imagesweep.cli;

import io.imagesweep.job.ExitCode;
import io.imagesweep.ledger.DatabaseStayedAway;
import io.imagesweep.report.RunAnswer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses the arguments before anything is started, and turns whatever ends a command into a sentence and an exit code. */
public final class CommandLineProgram {

    private CommandLineProgram() {}

    /**
     * Runs one command of the program whose configuration is {@code application}; gives the exit code.
     *
     * @param settings stronger than those of every file, as {@code --name=value}
     */
    public static int run(Class<?> application, List<String> settings, String... arguments) {
        return commandLine(new Program(application, settings)).execute(arguments);
    }

    static CommandLine commandLine(Program program) {
        var database = new CommandLine(new DbCommand()).addSubcommand(new DbMigrateCommand(program));
        var policy = new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyCheckCommand())
                .addSubcommand(new PolicySchemaCommand())
                .addSubcommand(new PolicyRamCommand(program));
        var root = new CommandLine(new ImagesweepCommand())
                .addSubcommand(new RunCommand(program))
                .addSubcommand(new PlanCommand(program))
                .addSubcommand(new ApplyCommand(program))
                .addSubcommand(new DeleteCommand(program))
                .addSubcommand(new RestoreCommand(program))
                .addSubcommand(new SyncCommand(program))
                .addSubcommand(new CheckCommand(program))
                .addSubcommand(new RunsCommand(program))
                .addSubcommand(new ReportCommand(program))
                .addSubcommand(new ExplainCommand(program))
                .addSubcommand(policy)
                .addSubcommand(database);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(CommandLineProgram::wrongArguments)
                .setExecutionExceptionHandler(CommandLineProgram::failed);
    }

    private static int wrongArguments(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var sentence = wrong.getMessage() + " See: " + command.getCommandSpec().qualifiedName() + " --help";
        return end(command, List.of(arguments), ExitCode.USAGE, sentence);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        var ending = Ending.of(failure);
        if (ending.exitCode() == ExitCode.ERROR) {
            LoggerFactory.getLogger(CommandLineProgram.class).error("unexpected error", failure);
        }
        return end(command, arguments.originalArgs(), ending.exitCode(), ending.sentence());
    }

    private static int end(CommandLine command, List<String> arguments, ExitCode code, String sentence) {
        command.getErr().println(sentence);
        if (OutputOption.wantsJson(arguments)) {
            command.getOut().println(OutputOption.json(RunAnswer.withoutRun(List.of(), sentence)));
        }
        return code.number();
    }

    /** What a failure means for the shell and for a person. */
    private record Ending(ExitCode exitCode, String sentence) {

        static Ending of(Exception failure) {
            return switch (failure) {
                case DatabaseStayedAway away -> new Ending(ExitCode.RESUMABLE, String.valueOf(away.getMessage()));
                case Exception other ->
                    StartFailure.sentence(other)
                            .map(sentence -> new Ending(ExitCode.USAGE, sentence))
                            .orElseGet(() -> new Ending(ExitCode.ERROR, "Unexpected error: " + other));
            };
        }
    }
}
