package io.imagesweep.report;

import io.imagesweep.ledger.Outcomes;
import io.imagesweep.ledger.ResultRow;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every image of a run with what was decided, attempted and got, in key order; the same rows give the same bytes. */
@Component
public final class AuditReport {

    private final Outcomes outcomes;
    private final Snapshots snapshots;
    private final RunAnswers answers;
    private final JsonMapper json;

    AuditReport(Outcomes outcomes, Snapshots snapshots, RunAnswers answers, JsonMapper json) {
        this.outcomes = outcomes;
        this.snapshots = snapshots;
        this.answers = answers;
        this.json = json;
    }

    /** Writes the report of {@code run}; memory stays flat, however many images there are. */
    public void write(RunId run, ReportFormat format, Writer out) throws IOException {
        switch (format) {
            case csv -> csv(run, out);
            case json -> json(run, out);
        }
        out.flush();
    }

    private void csv(RunId run, Writer out) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader(ReportLine.COLUMNS).get();
        var printer = new CSVPrinter(out, format);
        try (var rows = outcomes.rows(run)) {
            rows.forEach(row -> print(printer, row));
        }
    }

    private static void print(CSVPrinter printer, ResultRow row) {
        try {
            printer.printRecord(ReportLine.of(row).values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void json(RunId run, Writer out) {
        try (JsonGenerator generator = json.writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(out);
                var rows = outcomes.rows(run)) {
            generator.writeStartObject();
            generator.writePOJOProperty("run", answers.of(run, null));
            generator.writeArrayPropertyStart("results");
            rows.forEach(row -> generator.writePOJO(ReportLine.of(row).byColumn()));
            generator.writeEndArray();
            generator.writeArrayPropertyStart("snapshots");
            snapshots.of(run).forEach(row -> generator.writePOJO(SnapshotLine.of(row)));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }
}
