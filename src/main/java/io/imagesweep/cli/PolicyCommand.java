package io.imagesweep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be asked of a policy file alone. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Checks a policy file, describes its form, and says what it takes.")
final class PolicyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "No command is given: policy check FILE, policy schema, or policy ram.");
    }
}
