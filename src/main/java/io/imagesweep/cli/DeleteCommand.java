package io.imagesweep.cli;

import io.imagesweep.candidate.Accounts;
import io.imagesweep.job.CleanupRuns;
import io.imagesweep.job.RunRequest;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.ledger.RunKey;
import io.imagesweep.ledger.RunMode;
import io.imagesweep.ledger.RunScope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The one-off deletion of a list of images. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description =
                "Deletes the images of a list of ids, as far as the policy's protections let them go; dry without --apply.")
final class DeleteCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(
            names = "--ids-file",
            required = true,
            paramLabel = "FILE|-",
            description = "An image id, or region,image_id, a line; - for stdin.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String file;

    @Option(names = "--region", paramLabel = "REGION", description = "The region of ids that name none.")
    private @Nullable String region;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "The account; default: the only one configured.")
    private @Nullable String account;

    @Option(names = "--apply", description = "Really delete.")
    private boolean apply;

    @Option(
            names = "--run-key",
            paramLabel = "KEY",
            converter = RunKeyConverter.class,
            description = "Names the run; default: the hash of the ids.")
    private @Nullable RunKey key;

    @Option(names = "--ignore-policy", description = "Let only the built-in protections hold; needs --reason.")
    private boolean ignorePolicy;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the policy is ignored, for the record.")
    private @Nullable String reason;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this time (as 90m or PT90M) with exit code 5; the same key resumes the run.")
    private @Nullable Duration deadline;

    DeleteCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (ignorePolicy != (reason != null && !reason.isBlank())) {
            throw new WrongUsage("--ignore-policy and --reason TEXT go together: give both or none.");
        }
        var ids = new IdsFile(file, region).read();
        return new RunAnswering(program, output)
                .answer(context -> context.getBean(CleanupRuns.class).run(request(context, ids)));
    }

    private RunRequest request(ApplicationContext context, List<IdsFile.Id> ids) {
        var owner = account(context.getBean(Accounts.class));
        return new RunRequest(
                apply ? RunMode.APPLY : RunMode.DRY_RUN,
                key,
                policy.read(context, output.err()),
                RunScope.ofList(owner, reason),
                true,
                deadline,
                null,
                null,
                ids.stream().map(id -> id.of(owner)).toList());
    }

    private String account(Accounts configured) {
        if (account != null) {
            return account;
        }
        if (configured.accounts().size() != 1) {
            throw new WrongUsage(
                    configured.accounts().size() + " accounts are configured: name the one of the ids with --account.");
        }
        return configured.accounts().getFirst().id();
    }
}
