package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import io.imagesweep.ledger.RunId;
import io.imagesweep.report.AuditReport;
import io.imagesweep.report.ReportFormat;
import io.imagesweep.report.RunAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Leaves the reports of runs as files in a folder. */
record ReportFiles(AuditReport report) {

    /** Writes {@code run} in every format into {@code folder}, as {@code RUN_ID.csv} and the like. */
    void writeAll(RunId run, Path folder) {
        for (ReportFormat format : ReportFormat.values()) {
            write(run, format, folder.resolve(run + format.ending()));
        }
    }

    private void write(RunId run, ReportFormat format, Path file) {
        write(file, writer -> report.write(run, format, writer));
    }

    void write(RunAnswer told, List<RunId> runs, ReportFormat format, Path file) {
        write(file, writer -> report.write(told, runs, format, writer));
    }

    private static void write(Path file, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                content.write(writer);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new WrongUsage("The report cannot be written to " + file + " (" + e + "): name another place.");
        }
    }

    /** What a file is to hold. */
    private interface Content {

        void write(Writer writer) throws IOException;
    }
}
