package io.imagesweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.ledger.OpenEnd;
import io.imagesweep.ledger.Outcome;
import io.imagesweep.ledger.ResultRow;
import io.imagesweep.ledger.RunId;
import io.imagesweep.ledger.SnapshotRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person reads of images, of the snapshots behind them, and of what is left to others. */
class TextReportTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountRegion WHERE = new AccountRegion("7", "cn-hangzhou");
    private static final RunId RUN = RunId.next();

    static ResultRow image(String id, @Nullable String name, @Nullable String message) {
        return new ResultRow(
                RUN,
                new ImageKey(WHERE, id),
                "DELETE",
                "old",
                "due",
                Outcome.DELETED,
                null,
                200,
                "r-1",
                message,
                false,
                1,
                NOON,
                NOON,
                NOON,
                null,
                40,
                List.of("s-1"),
                name,
                NOON);
    }

    static SnapshotRow snapshot(String image, String id, Outcome outcome, ApiAnswer said) {
        return new SnapshotRow(RUN, new ImageKey(WHERE, image), id, outcome, said, null, null);
    }

    private static SnapshotRow open(String image, String id) {
        return snapshot(image, id, Outcome.PLANNED, new ApiAnswer(null, null, null, null));
    }

    @Test
    void snapshotsStandBelowTheirImage() {
        var failed =
                snapshot("m-1", "s-1", Outcome.FAILED, new ApiAnswer(403, "SnapshotCreatedImage", "r-2", "made of it"));

        assertThat(TextReport.lines(new ReportedImage(image("m-1", "a", null), List.of(failed, open("m-1", "s-2")))))
                .containsExactly(
                        "DELETED      7/cn-hangzhou/m-1 (a) old: due",
                        "             snapshot s-1: failed: SnapshotCreatedImage: made of it",
                        "             snapshot s-2: open");
    }

    @Test
    void aNameMovesNoCursor() {
        assertThat(TextReport.lines(new ReportedImage(image("m-1", "a\u001b[2J\nb", "odd"), List.of())))
                .containsExactly("DELETED      7/cn-hangzhou/m-1 (a\uFFFD[2J\uFFFDb) old: due: odd");
    }

    @Test
    void imagesAndSnapshotsMeetInKeyOrder() {
        var images = Stream.of("m-0", "m-1", "m-2", "m-3").map(id -> image(id, null, null));
        var snapshots = Stream.of(open("m-1", "s-1"), open("m-1", "s-2"), open("m-3", "s-1"));

        assertThat(ReportedImage.of(images, snapshots)
                        .map(image -> image.row().image().imageId()
                                + image.snapshots().stream()
                                        .map(SnapshotRow::snapshotId)
                                        .toList()))
                .containsExactly("m-0[]", "m-1[s-1, s-2]", "m-2[]", "m-3[s-1]");
    }

    @Test
    void whatIsLeftToOthersIsSaidWithWhoDoesIt() {
        assertThat(OpenEndText.sentences(new OpenEnd(WHERE, 3, 0, 0)))
                .containsExactly("7/cn-hangzhou: accepted deletions that no listing has confirmed: 3"
                        + " (the next sync confirms those that are no longer listed)");
        assertThat(OpenEndText.sentences(new OpenEnd(WHERE, 3, 5, 2)))
                .containsExactly(
                        "7/cn-hangzhou: accepted deletions that no listing has confirmed: 3"
                                + " (the next sync confirms those that are no longer listed); snapshots that wait for that: 5"
                                + " (then the next live run there deletes them, whatever its key)",
                        "7/cn-hangzhou: snapshots of confirmed deletions that are still to be deleted: 2"
                                + " (the next live run there deletes them, whatever its key)");
    }

    @Test
    void numbersOfSnapshotsAreInWords() {
        assertThat(RunText.snapshots(Map.of("SKIPPED", 2L))).isEqualTo("snapshots 2: 2 kept");
        assertThat(Stream.of(Outcome.values()).map(SnapshotWords::of))
                .startsWith("open", "open", "deleted")
                .contains("already gone", "failed");
    }
}
