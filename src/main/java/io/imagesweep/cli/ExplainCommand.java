package io.imagesweep.cli;

import io.imagesweep.job.Explanations;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Would this image go, and why? Asks the tables alone, as plan --no-sync does. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says whether an image would go and why, by the tables as they are: each protection and rule, who uses"
                        + " the image, and what runs did. Limits and the ramp-up are not asked. Needs no cloud.")
final class ExplainCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Parameters(index = "0", paramLabel = "REGION", description = "The region of the image.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String region;

    @Parameters(index = "1", paramLabel = "IMAGE_ID", description = "The image.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String imageId;

    @Option(
            names = "--account",
            paramLabel = "A",
            description = "The account of the image; needed where several have one of this id.")
    private @Nullable String account;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Decide as of another time, as 2026-12-01T00:00:00Z.")
    private @Nullable Instant asOf;

    ExplainCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (var context = program.start()) {
            var rules = policy.read(context, output.err());
            var explained = context.getBean(Explanations.class).of(region, imageId, account, rules, asOf);
            output.answer(ExplainAnswer.of(explained), ExplainText.of(explained));
        }
        return 0;
    }
}
