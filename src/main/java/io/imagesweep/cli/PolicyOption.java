package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import io.imagesweep.policy.Finding;
import io.imagesweep.policy.Policy;
import io.imagesweep.policy.PolicyReading;
import io.imagesweep.policy.PolicyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/** The policy file of a command. */
final class PolicyOption {

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy; default: the setting imagesweep.policy, else config/policy.yml.")
    private @Nullable Path file;

    /** Reads the policy; warnings go to {@code err}. */
    Policy read(ApplicationContext context, PrintWriter err) {
        var path = path(context);
        return switch (reading(path)) {
            case PolicyReading.Valid(var policy, var warnings) -> {
                warnings.forEach(warning -> err.println("warning: " + warning.toText(path.toString())));
                yield policy;
            }
            case PolicyReading.Invalid(var errors, var _) -> throw new WrongUsage(text(errors, path));
        };
    }

    /** Names the file and what it holds. */
    String words(ApplicationContext context, Policy read) {
        return "%s, %d %s, hash %s"
                .formatted(path(context), read.ruleCount(), read.ruleCount() == 1 ? "rule" : "rules", read.hash());
    }

    private Path path(ApplicationContext context) {
        return file == null ? context.getBean(ProgramSettings.class).policy() : file;
    }

    static PolicyReading reading(Path path) {
        try {
            return PolicyText.read(Files.readAllBytes(path), path.toString());
        } catch (IOException e) {
            throw new WrongUsage("The policy file " + path + " cannot be read (" + e
                    + "): name an existing one with --policy or imagesweep.policy.");
        }
    }

    static String text(List<Finding> findings, Path path) {
        return findings.stream().map(finding -> finding.toText(path.toString())).collect(Collectors.joining("\n"));
    }
}
