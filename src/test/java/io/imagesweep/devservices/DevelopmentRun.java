package io.imagesweep.devservices;

import io.imagesweep.Imagesweep;
import io.imagesweep.cli.CommandLineProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the program against a PostgreSQL and a simulated cloud of its own. Without arguments it starts afresh and runs the
 * whole job; with arguments it runs that command over what the last one left.
 */
public final class DevelopmentRun {

    private static final Path KEPT = Path.of("target", "devservices");
    private static final String POLICY = "src/test/resources/devservices/policy.yml";
    private static final String[] WHOLE_JOB = {"run", "--apply", "--run-key", "demo"};

    private DevelopmentRun() {}

    /** Runs one command, and ends with its exit code. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            forget(KEPT);
        }
        System.exit(run(args.length == 0 ? WHOLE_JOB : args));
    }

    private static int run(String... command) throws IOException {
        try (var database = KeptDatabase.start(KEPT.resolve("postgresql"));
                var cloud = KeptCloud.start(KEPT.resolve("cloud.json"))) {
            return CommandLineProgram.run(
                    Imagesweep.class, settings(database, cloud).toList(), command);
        }
    }

    private static Stream<String> settings(KeptDatabase database, KeptCloud cloud) {
        return Stream.concat(
                Stream.of(
                        setting("spring.datasource.url", database.url()),
                        setting("spring.datasource.username", "postgres"),
                        setting("spring.datasource.password", ""),
                        setting("logging.level.io.zonky.test", "warn"),
                        setting("imagesweep.policy", POLICY),
                        setting("imagesweep.alibaba.endpoint", cloud.endpoint()),
                        setting("imagesweep.alibaba.access-key-id", "testid"),
                        setting("imagesweep.alibaba.access-key-secret", "testsecret")),
                Stream.of(0, 1).flatMap(DevelopmentRun::account));
    }

    private static Stream<String> account(int index) {
        var account = "imagesweep.accounts[" + index + "].";
        var id = "100000000000000" + (index + 1);
        return Stream.of(
                setting(account + "id", id),
                setting(account + "regions[0]", "all"),
                setting(account + "role-arn", "acs:ram::" + id + ":role/imagesweep"));
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (var paths = Files.walk(folder)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static String setting(String name, String value) {
        return "--" + name + "=" + value;
    }
}
