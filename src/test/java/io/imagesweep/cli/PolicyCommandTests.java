package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.Imagesweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandTests {

    private static final Path SCHEMA = Path.of("config/policy.schema.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void printsTheSchemaThatTheProjectHoldsForEditors() throws IOException {
        assertThat(run("policy", "schema")).isZero();
        assertThat(out.toString().replace(System.lineSeparator(), "\n"))
                .as("config/policy.schema.json: write it anew with imagesweep policy schema")
                .isEqualTo(Files.readString(SCHEMA));
    }

    @Test
    void printsTheSchemaInOneLineForPrograms() throws IOException {
        assertThat(run("policy", "schema", "--output", "json")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(JSON.readTree(out.toString())).isEqualTo(JSON.readTree(Files.readString(SCHEMA)));
    }

    @Test
    void saysThatTheExampleOfTheProjectIsGood() {
        assertThat(run("policy", "check", "config/policy.yml")).isZero();
        assertThat(out.toString().strip()).isEqualTo("0 errors, 0 warnings");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void reportsTenMistakesOfOneFile() throws IOException {
        var file = folder.resolve("ten.yml");
        Files.writeString(file, """
                version: 2
                protect:
                  tagz: { keep: "*" }
                  names: []
                  newer-than: 7
                  referenced-by: [instances]
                rules:
                  - name: Nightly
                    match: { names: ["nightly-*"], statuses: [Waiting] }
                    delete-when: { older-than: 30d, older-than: 31d }
                    force: true
                    action: deprecate
                limits:
                  max-percent: 101
                  ramp-up: !!int 3
                """);

        assertThat(run("policy", "check", file.toString())).isEqualTo(2);
        assertThat(err.toString()
                        .lines()
                        .map(line -> line.substring(file.toString().length() + 1)))
                .containsExactly(
                        "1:10: /version: found \"2\", allowed: 1",
                        "3:3: /protect/tagz: is no key here (did you mean tags?), allowed: tags, without-tags, names,"
                                + " statuses, newer-than, referenced-by, launch-template-versions, shared, family-floor",
                        "4:10: /protect/names: found an empty list, allowed: a list of 1 or more patterns",
                        "5:15: /protect/newer-than: found \"7\", allowed: a duration from 1h to 3650d: a whole number and"
                                + " h, d or w",
                        "8:5: /rules/0/grace: is missing, and action: deprecate needs it",
                        "8:11: /rules/0/name: found \"Nightly\", allowed: [a-z0-9][a-z0-9-]{0,62}, but not built-in or"
                                + " ids-file",
                        "9:47: /rules/0/match/statuses: found \"Waiting\", allowed: Available, Deprecated, UnAvailable,"
                                + " CreateFailed",
                        "10:37: /rules/0/delete-when/older-than: is doubled, allowed: each key once",
                        "11:5: /rules/0/force: needs protect.referenced-by without instances",
                        "14:16: /limits/max-percent: found \"101\", allowed: a whole number from 1 to 100",
                        "15:12: /limits/ramp-up: found the YAML tag tag:yaml.org,2002:int, allowed: the value alone");
        assertThat(out.toString().strip()).isEqualTo("11 errors, 0 warnings");
    }

    @Test
    void reportsMistakesAsJson() throws IOException {
        var file = folder.resolve("bad.yml");
        Files.writeString(file, """
                version: 1
                protect: { family-floor: 0 }
                rules: [{ name: r, match: { names: ["*"] } }]
                """);

        assertThat(run("policy", "check", file.toString(), "--output", "json")).isEqualTo(2);
        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.propertyNames()).containsExactly("errors", "warnings");
        assertThat(answer.path("errors")).hasSize(1);
        assertThat(answer.path("errors").get(0).propertyNames()).containsExactly("line", "column", "path", "message");
        assertThat(answer.path("errors").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(answer.path("errors").get(0).path("path").asString()).isEqualTo("/rules/0");
        assertThat(answer.path("warnings").get(0).path("path").asString()).isEqualTo("/protect/family-floor");
    }

    private int run(String... arguments) {
        return CommandLineProgram.commandLine(new Program(Imagesweep.class, List.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
