package io.imagesweep.cli;

import io.imagesweep.ledger.RunScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which accounts and regions a command looks at; without the options all that are configured. */
final class ScopeOptions {

    @Option(names = "--accounts", split = ",", paramLabel = "ACCOUNT", description = "Only these accounts.")
    private List<String> accounts = List.of();

    @Option(names = "--regions", split = ",", paramLabel = "REGION", description = "Only these regions.")
    private List<String> regions = List.of();

    RunScope scope(@Nullable Long limit) {
        return new RunScope(accounts, regions, limit);
    }
}
