package io.imagesweep.report;

import io.imagesweep.ledger.ResultRow;
import io.imagesweep.ledger.SnapshotRow;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of a run as one page that needs no other file and no script. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; }
            h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
            table { border-collapse: collapse; } caption { text-align: left; padding-bottom: .25rem; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
            .images { width: 100%; } .images td, .images th { white-space: nowrap; }
            .images :is(td, th):is(:nth-child(3), :nth-child(6), :nth-child(7), :nth-child(8)) {
              white-space: normal; overflow-wrap: anywhere; min-width: 10em; }
            .images :is(td, th):nth-child(6) { min-width: 20em; }
            .images thead th { position: sticky; top: 0; background: Canvas; }
            .first { border-left: 4px solid #c60; padding: .25rem 1rem; } .number td:last-child { text-align: right; }
            .FAILED td:nth-child(4) { color: #c00; font-weight: bold; } .snapshot td { border-bottom-style: dotted; }
            @media print { body { margin: 0; font-size: 10px; } .images thead th { position: static; } }
            """;

    private static final List<String> HEADER = List.of(
            "Account",
            "Region",
            "Image",
            "Outcome",
            "Rule",
            "Why",
            "Said by the API",
            "Request",
            "Calls",
            "Ended",
            "Confirmed");

    private final HtmlWriter page;

    private HtmlReport(HtmlWriter page) {
        this.page = page;
    }

    static void write(RunAnswer run, Stream<ReportedImage> images, Writer out) {
        try (var page = new HtmlWriter(out)) {
            new HtmlReport(page).write(run, images);
        }
    }

    private void write(RunAnswer run, Stream<ReportedImage> images) {
        page.page().begin("head").begin("meta", "charset", "utf-8").end();
        page.element("title", "Imagesweep: run " + run.runKey());
        page.style(STYLE).end().line().begin("body");
        page.element("h1", "Run %s: %s".formatted(run.runKey(), run.status())).line();
        first(run);
        facts(run);
        numbers("Images by outcome", run.outcomes());
        numbers("Snapshots by outcome", run.snapshots());
        numbers("Images met by each protection and rule", run.ruleMatches());
        page.element("h2", "Every image").begin("table", "class", "images");
        page.begin("thead").row("th", HEADER).end().begin("tbody").line();
        images.forEach(this::image);
        page.end().end().end().end().line();
    }

    /** What must be known before anything else. */
    private void first(RunAnswer run) {
        var sentences = RunText.first(run);
        if (!sentences.isEmpty()) {
            page.begin("div", "class", "first", "role", "note");
            sentences.forEach(sentence -> page.element("p", sentence));
            page.end().line();
        }
    }

    private void facts(RunAnswer run) {
        page.element("h2", "The run").begin("table");
        fact("Id", run.runId());
        fact("Mode", run.mode());
        fact("Began", second(run.startedAt()));
        fact("Ended", second(run.finishedAt()));
        fact("Plan hash", run.planHash());
        fact("Candidates", run.candidates());
        page.end().line();
    }

    private void fact(String name, @Nullable Object value) {
        page.begin("tr")
                .element("th", name, "scope", "row")
                .element("td", value)
                .end()
                .line();
    }

    private void numbers(String title, @Nullable Map<String, Long> counts) {
        if (counts != null && !counts.isEmpty()) {
            page.element("h2", title).begin("table", "class", "number");
            counts.forEach(this::fact);
            page.end().line();
        }
    }

    private void image(ReportedImage image) {
        var row = image.row();
        var key = row.image();
        var name = row.imageName() == null ? key.imageId() : key.imageId() + " " + row.imageName();
        List<@Nullable Object> cells = Arrays.asList(
                key.accountId(),
                key.regionId(),
                name,
                outcome(row),
                row.rule(),
                row.reason(),
                said(row.errorCode(), row.message()),
                row.requestId(),
                row.attempts(),
                second(row.finishedAt()),
                second(row.confirmedAt()));
        page.row("td", cells, "class", row.outcome().name());
        image.snapshots().forEach(this::snapshot);
    }

    private void snapshot(SnapshotRow row) {
        List<@Nullable Object> cells = Arrays.asList(
                row.image().accountId(),
                row.image().regionId(),
                "snapshot " + row.snapshotId(),
                row.outcome(),
                null,
                "of " + row.image().imageId(),
                said(row.errorCode(), row.message()),
                row.requestId(),
                null,
                second(row.finishedAt()),
                null);
        page.row("td", cells, "class", row.outcome() + " snapshot");
    }

    private static @Nullable Instant second(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String outcome(ResultRow row) {
        return row.forced() ? row.outcome() + " by force" : row.outcome().name();
    }

    private static String said(@Nullable String code, @Nullable String message) {
        return Stream.of(code, message)
                .filter(word -> word != null && !word.isEmpty())
                .reduce((one, other) -> one + ": " + other)
                .orElse("");
    }
}
