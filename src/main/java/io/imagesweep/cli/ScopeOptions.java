package io.imagesweep.cli;

import io.imagesweep.ledger.RunScope;
import io.imagesweep.ledger.Shard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which accounts and regions a command looks at; without the options all that are configured. */
final class ScopeOptions {

    @Option(names = "--accounts", split = ",", paramLabel = "ACCOUNT", description = "Only these accounts.")
    private List<String> accounts = List.of();

    @Option(names = "--regions", split = ",", paramLabel = "REGION", description = "Only these regions.")
    private List<String> regions = List.of();

    RunScope scope() {
        return scope(null, null, null);
    }

    /**
     * @param limit how many images may go
     * @param forced why images that instances use may go too
     */
    RunScope scope(@Nullable Long limit, @Nullable String forced, @Nullable Shard shard) {
        return new RunScope(accounts, regions, limit, null, forced, shard);
    }
}
