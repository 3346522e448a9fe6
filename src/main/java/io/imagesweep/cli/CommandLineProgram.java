package io.imagesweep.cli;

import io.imagesweep.job.ExitCode;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.ledger.DatabaseStayedAway;
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
        var policy = new CommandLine(new PolicyCommand()).addSubcommand(new PolicyCheckCommand());
        var root = new CommandLine(new ImagesweepCommand())
                .addSubcommand(new RunCommand(program))
                .addSubcommand(new PlanCommand(program))
                .addSubcommand(new ApplyCommand(program))
                .addSubcommand(new DeleteCommand(program))
                .addSubcommand(new SyncCommand(program))
                .addSubcommand(new RunsCommand(program))
                .addSubcommand(new ReportCommand(program))
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
        command.getErr()
                .println(
                        wrong.getMessage() + " See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        var sentence = StartFailure.sentence(failure);
        switch (failure) {
            case WrongUsage wrong -> command.getErr().println(wrong.getMessage());
            case DatabaseStayedAway away -> {
                command.getErr().println(away.getMessage());
                return ExitCode.RESUMABLE.number();
            }
            case Exception _ when sentence.isPresent() -> command.getErr().println(sentence.get());
            case Exception unexpected -> {
                LoggerFactory.getLogger(CommandLineProgram.class).error("unexpected error", unexpected);
                command.getErr().println("Unexpected error: " + unexpected);
                return ExitCode.ERROR.number();
            }
        }
        return ExitCode.USAGE.number();
    }
}
