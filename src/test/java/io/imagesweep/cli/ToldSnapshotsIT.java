package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** Deletions that no listing has confirmed yet, and the snapshots behind images, in what runs and reports tell. */
class ToldSnapshotsIT {

    private static final String UNCONFIRMED = "1000000000000001/cn-hangzhou: accepted deletions that no listing has"
            + " confirmed: 2 (the next sync confirms those that are no longer listed); snapshots that wait for that: 3"
            + " (then the next live run there deletes them, whatever its key)";
    private static final String DUE =
            "1000000000000001/cn-hangzhou: snapshots of confirmed deletions that are still to be"
                    + " deleted: 3 (the next live run there deletes them, whatever its key)";

    private static ProgramUnderTest program() {
        var state = new CloudState()
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-1", """
                        "imageName": "a", "creationTime": "-P40D", "snapshotIds": ["s-1", "s-2"]
                        """)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-2", """
                        "imageName": "b", "creationTime": "-P40D", "snapshotIds": ["s-both"]
                        """)
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-3", """
                        "imageName": "c", "creationTime": "-P40D", "tags": {"keep": ""}, "snapshotIds": ["s-both"]
                        """);
        return ProgramUnderTest.over(state).policy(SnapshotsIT.POLICY);
    }

    private static void lag(ProgramUnderTest program) {
        program.control("PUT", "settings", "{\"deletionLag\": \"1h\"}");
    }

    /** The deleted images are no longer listed. */
    private static void arrive(ProgramUnderTest program) {
        program.control("PUT", "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU, """
                {"images": [{"imageId": "m-3", "imageName": "c", "creationTime": "-P40D", "tags": {"keep": ""}}],
                 "snapshots": [{"snapshotId": "s-1"}, {"snapshotId": "s-2"}, {"snapshotId": "s-both"}]}
                """);
    }

    private static String csv(ProgramUnderTest program) {
        return program.run("report", "--run-key", "k1", "--format", "csv").out();
    }

    private static List<String> lines(String csv) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = CSVParser.parse(csv, format)) {
            return lines.stream()
                    .map(line -> line.get("image_id") + " " + line.get("outcome") + " " + line.get("snapshot_id"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachSnapshotIsALineOfTheCsvBehindItsImage() {
        try (var program = program()) {
            program.run("run", "--apply", "--run-key", "k1");

            var csv = csv(program);

            assertThat(csv.lines().findFirst().orElseThrow())
                    .startsWith("run_id,account_id,")
                    .endsWith(",confirmed_at,snapshot_id");
            assertThat(lines(csv))
                    .containsExactly(
                            "m-1 DELETED ",
                            "m-1 DELETED s-1",
                            "m-1 DELETED s-2",
                            "m-2 DELETED ",
                            "m-2 SKIPPED s-both",
                            "m-3 KEPT ");
            assertThat(csv(program)).isEqualTo(csv);
        }
    }

    @Test
    void theirNumbersAreInTheFirstLines() {
        try (var program = program()) {
            var run = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            var text =
                    program.run("report", "--run-key", "k1", "--format", "text").out();
            var csv = program.run("report", "--run-key", "k1");

            assertThat(run.json().path("snapshots")).hasToString("{\"DELETED\":2,\"SKIPPED\":1}");
            assertThat(text.lines())
                    .contains("snapshots 3: 2 deleted, 1 kept")
                    .containsSubsequence(
                            "DELETED      1000000000000001/cn-hangzhou/m-2 (b) old-images: due: 40 d 0 h old, older-than 30d",
                            "             snapshot s-both: kept: it stays: image m-3 is made of it");
            assertThat(csv.err()).contains("snapshots 3: 2 deleted, 1 kept");
        }
    }

    @Test
    void whatNoListingConfirmedIsMissingAndNoFailure() {
        try (var program = program()) {
            lag(program);

            var run = program.run("run", "--apply", "--run-key", "k1", "--output", "json");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.json().path("status").asString()).isEqualTo("COMPLETED");
            assertThat(run.json().path("missing").valueStream())
                    .hasSize(1)
                    .allSatisfy(said -> assertThat(said.asString()).isEqualTo(UNCONFIRMED));
            assertThat(run.err().lines()).containsOnlyOnce("missing: " + UNCONFIRMED);
            assertThat(program.run("report", "--run-key", "k1", "--format", "text")
                            .out()
                            .lines()
                            .findFirst())
                    .contains("missing: " + UNCONFIRMED);
            assertThat(program.run("report", "--run-key", "k1").err()).contains(UNCONFIRMED);
        }
    }

    @Test
    void reportsSpeakOfTheLedgerAsItIsByNow() {
        try (var program = program()) {
            lag(program);
            program.run("run", "--apply", "--run-key", "k1");
            arrive(program);

            program.run("sync");

            assertThat(missing(program)).containsExactly(DUE);
            assertThat(program.run("runs").out()).contains("missing 1, see its report");

            program.run("run");

            assertThat(program.calls("DeleteSnapshot"))
                    .as("a dry run deletes nothing")
                    .isEmpty();
            assertThat(missing(program)).containsExactly(DUE);

            var second = program.run("run", "--apply", "--run-key", "k2", "--output", "json");

            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.json().path("snapshots"))
                    .as("they belong to the first run")
                    .isEmpty();
            assertThat(program.calls("DeleteSnapshot")).hasSize(3);
            assertThat(missing(program)).isEmpty();
            assertThat(lines(csv(program))).contains("m-1 DELETED s-1", "m-1 DELETED s-2", "m-2 DELETED s-both");
        }
    }

    @Test
    void waitWhereTheGuardLetsNothingGo() {
        try (var program = program()) {
            lag(program);
            program.run("run", "--apply", "--run-key", "k1");
            program.control("PUT", "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU, """
                    {"images": [{"imageId": "m-8", "creationTime": "-P40D"}, {"imageId": "m-9", "creationTime": "-P40D"}],
                     "snapshots": [{"snapshotId": "s-1"}, {"snapshotId": "s-2"}, {"snapshotId": "s-both"}]}
                    """);
            program.limits("{ on-exceeded: region, max-percent: 100, max-deletions: 1, ramp-up: 10000 }");

            var guarded = program.run("run", "--apply", "--run-key", "k2");

            assertThat(guarded.exitCode()).isEqualTo(4);
            assertThat(program.calls("DeleteSnapshot")).isEmpty();
            assertThat(missing(program)).containsExactly(DUE);
        }
    }

    private static List<String> missing(ProgramUnderTest program) {
        return program.run("report", "--run-key", "k1", "--output", "json")
                .json()
                .at("/run/missing")
                .valueStream()
                .map(sentence -> sentence.asString())
                .toList();
    }
}
