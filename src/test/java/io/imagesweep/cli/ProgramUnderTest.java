package io.imagesweep.cli;

import io.imagesweep.Imagesweep;
import io.imagesweep.devservices.TestDatabase;
import io.imagesweep.simulator.EcsSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program, run command by command against a database and a simulated cloud of its own. */
final class ProgramUnderTest implements AutoCloseable {

    static final String POLICY = """
            version: 1
            protect:
              tags: { keep: "*" }
              referenced-by: []
            rules:
              - name: old-images
                match: { names: ["*"] }
                delete-when: { older-than: 30d }
            limits: { max-percent: 100, max-deletions: 10000, max-deletions-per-run: 10000, ramp-up: 10000 }
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database = TestDatabase.fresh();
    private final EcsSimulator cloud;
    private final Path policy;
    private final List<String> settings = new ArrayList<>();

    private ProgramUnderTest(EcsSimulator cloud) {
        this.cloud = cloud;
        this.policy = temporaryFile();
        policy(POLICY);
        settings.addAll(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--imagesweep.policy=" + policy,
                "--imagesweep.alibaba.endpoint=" + cloud.uri(),
                "--imagesweep.alibaba.access-key-id=testid",
                "--imagesweep.alibaba.access-key-secret=testsecret",
                "--imagesweep.rate-per-minute=6000"));
    }

    /** A cloud with {@code state}, in an unlimited quota; one account {@code 1000000000000001} with all its regions is configured. */
    static ProgramUnderTest over(CloudState state) {
        var cloud = EcsSimulator.start("--rate-per-minute", "0");
        cloud.load(state.json());
        return new ProgramUnderTest(cloud).account(0, CloudState.ACCOUNT, "all");
    }

    /** Configures the account at {@code index}, with its role. */
    ProgramUnderTest account(int index, String id, String region) {
        var account = "--imagesweep.accounts[" + index + "].";
        return setting(account + "id=" + id)
                .setting(account + "regions[0]=" + region)
                .setting(account + "role-arn=acs:ram::" + id + ":role/imagesweep");
    }

    ProgramUnderTest setting(String setting) {
        var name = setting.substring(0, setting.indexOf('=') + 1);
        settings.removeIf(other -> other.startsWith(name));
        settings.add(setting);
        return this;
    }

    /** Takes back all settings whose name begins so. */
    ProgramUnderTest without(String prefix) {
        settings.removeIf(other -> other.startsWith(prefix));
        return this;
    }

    ProgramUnderTest policy(String text) {
        try {
            Files.writeString(policy, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The policy of these tests with other limits. */
    ProgramUnderTest limits(String limits) {
        return policy(POLICY.substring(0, POLICY.indexOf("limits:")) + "limits: " + limits + "\n");
    }

    TestDatabase database() {
        return database;
    }

    /** The first column of what the database answers to {@code sql}. */
    List<String> ledger(String sql) {
        return database.jdbc()
                .sql(sql)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    EcsSimulator cloud() {
        return cloud;
    }

    List<String> settings() {
        return List.copyOf(settings);
    }

    /** Runs one command to its end. */
    Answered run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineProgram.commandLine(new Program(Imagesweep.class, settings))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Answered(code, out.toString(), err.toString());
    }

    /** The calls that the cloud received, of one action. */
    List<JsonNode> calls(String action) {
        return control("GET", "calls?action=" + action, "").valueStream().toList();
    }

    List<JsonNode> mutatingCalls() {
        return control("GET", "calls?mutating=true", "").valueStream().toList();
    }

    /** The ids of the images that are still there, in all accounts and regions. */
    List<String> imagesLeft() {
        return control("GET", "state", "")
                .path("accounts")
                .valueStream()
                .flatMap(account -> account.path("regions").valueStream())
                .flatMap(region -> region.path("images").valueStream())
                .map(image -> image.path("imageId").asString())
                .sorted()
                .toList();
    }

    JsonNode control(String method, String path, String body) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(cloud.uri() + "/_simulator/" + path))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cloud.close();
    }

    private static Path temporaryFile() {
        try {
            var file = Files.createTempFile("policy", ".yml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a command ended. */
    record Answered(int exitCode, String out, String err) {

        /** The last line of stdout, read as JSON. */
        JsonNode json() {
            return JSON.readTree(out.strip().lines().reduce((_, last) -> last).orElseThrow());
        }

        /** The number of images with {@code outcome}. */
        long outcome(String outcome) {
            return json().path("outcomes").path(outcome).asLong(0);
        }
    }
}
