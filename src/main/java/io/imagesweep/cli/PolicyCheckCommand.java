package io.imagesweep.cli;

import io.imagesweep.job.ExitCode;
import io.imagesweep.policy.Finding;
import io.imagesweep.policy.PolicyReading;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a policy file; needs no database. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a policy file: every error with its line and column. Needs no database.")
final class PolicyCheckCommand implements Callable<Integer> {

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "FILE", description = "The policy file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() {
        return switch (PolicyOption.reading(file)) {
            case PolicyReading.Valid(var _, var warnings) -> answer(List.of(), warnings, ExitCode.DONE);
            case PolicyReading.Invalid(var errors, var warnings) -> answer(errors, warnings, ExitCode.USAGE);
        };
    }

    private int answer(List<Finding> errors, List<Finding> warnings, ExitCode code) {
        warnings.forEach(warning -> output.err().println("warning: " + warning.toText(file.toString())));
        errors.forEach(error -> output.err().println(error.toText(file.toString())));
        output.answer(new Findings(errors, warnings), errors.size() + " errors, " + warnings.size() + " warnings");
        return code.number();
    }

    /** The answer for a program. */
    record Findings(List<Finding> errors, List<Finding> warnings) {}
}
