package io.imagesweep.report;

import static io.imagesweep.report.TextReportTests.image;
import static io.imagesweep.report.TextReportTests.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.ledger.Outcome;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlReportTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static RunAnswer run() {
        return new RunAnswer(
                "id-1",
                "k1",
                "apply",
                "COMPLETED",
                "hash",
                1L,
                Map.of("DELETED", 1L),
                List.of(),
                List.of("7/cn-hangzhou: images: <down>"),
                null,
                NOON,
                NOON,
                Map.of(),
                List.of("protect.tags matched no image at all"),
                Map.of());
    }

    private static String page(ReportedImage... images) {
        var out = new StringWriter();
        HtmlReport.write(run(), Stream.of(images), out);
        return out.toString();
    }

    @Test
    void whatIsMissingStandsBeforeAllNumbers() {
        assertThat(page())
                .startsWith("<!DOCTYPE html>")
                .containsSubsequence(
                        "<h1>Run k1: COMPLETED</h1>",
                        "missing: 7/cn-hangzhou: images: &lt;down&gt;",
                        "note: protect.tags",
                        "Images by outcome",
                        "Every image");
    }

    @Test
    void aNameIsTextAndNeverMarkup() {
        assertThat(page(new ReportedImage(
                        image("m-1", "<script>alert('1')</script> & \u0000镜像\uD83D", null), List.of())))
                .contains("m-1 &lt;script&gt;alert('1')&lt;/script&gt; &amp; \uFFFD镜像\uFFFD")
                .doesNotContain("<script");
    }

    @Test
    void aSnapshotStandsBelowItsImage() {
        var failed =
                snapshot("m-1", "s-1", Outcome.FAILED, new ApiAnswer(403, "SnapshotCreatedImage", "r-2", "made of it"));

        assertThat(page(new ReportedImage(image("m-1", "a", null), List.of(failed))))
                .containsSubsequence(
                        "class=\"DELETED\"",
                        "<td>m-1 a</td>",
                        "class=\"FAILED snapshot\"",
                        "<td>snapshot s-1</td>",
                        "<td>SnapshotCreatedImage: made of it</td>");
    }

    @Test
    void anEmptyCellIsACell() {
        assertThat(page(new ReportedImage(image("m-1", null, null), List.of())))
                .contains("<td></td>")
                .doesNotContain("<td/>");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertThat(page()).contains("color-scheme: light dark;").doesNotContain("http", "src=", "href=", "\uFFFD");
    }
}
