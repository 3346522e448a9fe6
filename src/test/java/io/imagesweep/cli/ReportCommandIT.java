package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandIT {

    private static final String ODD_NAME = "a \"quoted\", <b>größe</b> 镜像";

    @TempDir
    private Path folder;

    private static CloudState state() {
        return new CloudState().old("old", 2).image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-odd", """
                "imageName": "a \\"quoted\\", <b>größe</b> 镜像", "creationTime": "-P1D", "snapshotIds": ["s-1", "s-2"]
                """);
    }

    @Test
    void everyImageOfARunIsALineOfTheCsv() throws IOException {
        try (var program = ProgramUnderTest.over(state())) {
            program.run("run", "--apply", "--run-key", "k1");
            var file = folder.resolve("audit.csv");

            var answer = program.run("report", "--run-key", "k1", "--out", file.toString());

            assertThat(answer.exitCode()).isZero();
            try (var csv = CSVParser.parse(
                    Files.readString(file),
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get())) {
                assertThat(csv.getRecords())
                        .extracting(row -> row.get("image_id") + " " + row.get("outcome") + " " + row.get("image_name"))
                        .containsExactly(
                                "m-odd KEPT " + ODD_NAME, "m-old-000 DELETED old-000", "m-old-001 DELETED old-001");
            }
        }
    }

    @Test
    void theJsonHoldsTheRunAndItsRowsAndIsTheSameEachTime() {
        try (var program = ProgramUnderTest.over(state())) {
            var run = program.run("run", "--apply", "--output", "json")
                    .json()
                    .path("runId")
                    .asString();

            var first = program.run("report", run, "--format", "json");
            var second = program.run("report", run, "--output", "json");

            assertThat(first.json().path("run").path("runId").asString()).isEqualTo(run);
            assertThat(first.json().path("results")).hasSize(3);
            assertThat(first.json().path("results").get(0).path("snapshot_ids")).hasSize(2);
            assertThat(second.out()).isEqualTo(first.out());
        }
    }

    @Test
    void aRunLeavesItsReportWhereTheSettingSays() {
        try (var program = ProgramUnderTest.over(state()).setting("--imagesweep.reports-dir=" + folder)) {
            var run =
                    program.run("run", "--output", "json").json().path("runId").asString();

            assertThat(folder.resolve(run + ".csv")).isNotEmptyFile();
            assertThat(folder.resolve(run + ".json")).isNotEmptyFile();
        }
    }

    @Test
    void thePageHoldsEveryImage() throws IOException {
        try (var program = ProgramUnderTest.over(state())) {
            program.run("run", "--apply", "--run-key", "k1");
            var file = folder.resolve("audit.html");

            var answer = program.run("report", "--run-key", "k1", "--format", "html", "--out", file.toString());

            assertThat(answer.exitCode()).isZero();
            assertThat(Files.readString(file))
                    .contains("m-old-000", "m-old-001", "m-odd a \"quoted\", &lt;b&gt;größe&lt;/b&gt; 镜像")
                    .endsWith("</html>\n");
        }
    }

    @Test
    void aRunThatIsNotThereIsSaid() {
        try (var program = ProgramUnderTest.over(state())) {
            var answer = program.run("report", "--run-key", "never");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("never");
        }
    }
}
