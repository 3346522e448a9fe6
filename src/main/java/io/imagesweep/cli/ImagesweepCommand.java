package io.imagesweep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself; all it does is in its commands. */
@Command(
        name = "imagesweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Deletes the old custom images of Alibaba Cloud ECS accounts. Deletes nothing without --apply.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all done, dry runs included",
            "1:unexpected error",
            "2:wrong usage or configuration",
            "3:finished, but some images or snapshots failed, something that this run tried to read could not be read, or"
                    + " report --verify found a record altered",
            "4:stopped by the guard or by the breaker",
            "5:deadline reached or database away too long; the same key resumes the run",
            "6:another run holds this key, account or region",
            "130, 143:stopped by a signal; the same key resumes the run"
        })
final class ImagesweepCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given.");
    }
}
