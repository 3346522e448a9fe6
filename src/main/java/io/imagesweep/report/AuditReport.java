package io.imagesweep.report;

import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every image of a run with what was decided, attempted and got, and every snapshot behind it, in key order; the same rows give
 * the same bytes.
 */
@Component
public final class AuditReport {

    private final Outcomes outcomes;
    private final RunAnswers answers;
    private final JsonMapper json;

    AuditReport(Outcomes outcomes, RunAnswers answers, JsonMapper json) {
        this.outcomes = outcomes;
        this.answers = answers;
        this.json = json;
    }

    /** Writes the report of {@code run}; memory stays flat, however many images there are. */
    public void write(RunId run, ReportFormat format, Writer out) throws IOException {
        write(answers.of(run, null), List.of(run), format, out);
    }

    /** Writes one report of {@code runs}, which {@code told} tells as one. */
    public void write(RunAnswer told, List<RunId> runs, ReportFormat format, Writer out) throws IOException {
        switch (format) {
            case csv -> csv(runs, out);
            case json -> json(told, runs, out);
            case html -> html(told, runs, out);
            case text -> text(told, runs, out);
        }
        out.flush();
    }

    private void csv(List<RunId> runs, Writer out) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader(ReportLine.HEADER).get();
        var printer = new CSVPrinter(out, format);
        try (var images = images(runs)) {
            images.flatMap(ReportLine::of).forEach(line -> print(printer, line));
        }
    }

    private static void print(CSVPrinter printer, ReportLine line) {
        try {
            printer.printRecord(line.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void html(RunAnswer told, List<RunId> runs, Writer out) {
        try (var images = images(runs)) {
            HtmlReport.write(told, images, out);
        }
    }

    private void text(RunAnswer told, List<RunId> runs, Writer out) throws IOException {
        print(out, RunText.of(told));
        try (var images = images(runs)) {
            images.flatMap(TextReport::lines).forEach(line -> print(out, line));
        }
    }

    private static void print(Writer out, String line) {
        try {
            out.write(line + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<ReportedImage> images(List<RunId> runs) {
        return runs.stream().flatMap(run -> ReportedImage.of(outcomes.rows(run), outcomes.snapshots(run)));
    }

    private void json(RunAnswer told, List<RunId> runs, Writer out) {
        try (JsonGenerator generator = json.writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(out);
                var rows = runs.stream().flatMap(outcomes::rows);
                var snapshots = runs.stream().flatMap(outcomes::snapshots)) {
            generator.writeStartObject();
            generator.writePOJOProperty("run", told);
            generator.writeArrayPropertyStart("results");
            rows.forEach(row -> generator.writePOJO(ReportLine.of(row).byColumn()));
            generator.writeEndArray();
            generator.writeArrayPropertyStart("snapshots");
            snapshots.forEach(row -> generator.writePOJO(SnapshotLine.of(row)));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }
}
