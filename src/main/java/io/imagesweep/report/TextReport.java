package io.imagesweep.report;

import io.imagesweep.ledger.ResultRow;
import io.imagesweep.ledger.SnapshotRow;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The images of a run for a person, a line each, with their snapshots below them. */
final class TextReport {

    private TextReport() {}

    static Stream<String> lines(ReportedImage image) {
        return Stream.concat(
                        Stream.of(line(image.row())), image.snapshots().stream().map(TextReport::line))
                .map(line -> line.replaceAll("\\p{Cntrl}", "\uFFFD"));
    }

    private static String line(ResultRow row) {
        var name = row.imageName() == null ? null : "(" + row.imageName() + ")";
        var words = joined(": ", row.rule(), row.reason(), row.errorCode(), row.message());
        return "%-12s %s".formatted(row.outcome(), joined(" ", row.image().toString(), name, words));
    }

    private static String line(SnapshotRow row) {
        var words = joined(": ", SnapshotWords.of(row.outcome()), row.errorCode(), row.message());
        return "%12s snapshot %s: %s".formatted("", row.snapshotId(), words);
    }

    private static String joined(String between, @Nullable String... words) {
        return Stream.of(words)
                .filter(Objects::nonNull)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(between));
    }
}
