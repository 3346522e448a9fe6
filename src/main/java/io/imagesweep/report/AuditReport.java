package io.imagesweep.report;

import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
        switch (format) {
            case csv -> csv(run, out);
            case json -> json(run, out);
            case html -> html(run, out);
            case text -> text(run, out);
        }
        out.flush();
    }

    private void csv(RunId run, Writer out) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader(ReportLine.HEADER).get();
        var printer = new CSVPrinter(out, format);
        try (var images = images(run)) {
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

    private void html(RunId run, Writer out) {
        try (var images = images(run)) {
            HtmlReport.write(answers.of(run, null), images, out);
        }
    }

    private void text(RunId run, Writer out) throws IOException {
        print(out, RunText.of(answers.of(run, null)));
        try (var images = images(run)) {
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

    private Stream<ReportedImage> images(RunId run) {
        return ReportedImage.of(outcomes.rows(run), outcomes.snapshots(run));
    }

    private void json(RunId run, Writer out) {
        try (JsonGenerator generator = json.writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(out);
                var rows = outcomes.rows(run);
                var snapshots = outcomes.snapshots(run)) {
            generator.writeStartObject();
            generator.writePOJOProperty("run", answers.of(run, null));
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
