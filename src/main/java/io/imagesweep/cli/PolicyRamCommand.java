package io.imagesweep.cli;

import io.imagesweep.candidate.AccessCatalog;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.job.WrongUsage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what the configured accounts must permit; asks neither the cloud nor a database. */
@Command(
        name = "ram",
        mixinStandardHelpOptions = true,
        description = "Prints the least RAM policy that this configuration and policy need, for each account, and why."
                + " Asks neither the cloud nor a database.")
final class PolicyRamCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    PolicyRamCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (var context = program.startToAsk()) {
            var accounts = context.getBean(Accounts.class).accounts();
            if (accounts.isEmpty()) {
                throw new WrongUsage("No account is configured: name at least one in imagesweep.accounts.");
            }
            var extras = policy.read(context, output.err()).extras();
            var documents = RamDocument.of(accounts, context.getBean(AccessCatalog.class), extras);
            output.answer(
                    new RamDocuments(documents),
                    documents.stream().map(RamDocument::toText).collect(Collectors.joining("\n\n")));
        }
        return 0;
    }

    /** The answer for a program. */
    record RamDocuments(List<RamDocument> documents) {}
}
