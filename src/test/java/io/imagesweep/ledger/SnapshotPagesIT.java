package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Decision;
import io.imagesweep.policy.Manner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snapshots of a run, read back page by page, and counted. */
class SnapshotPagesIT {

    private final LedgerFixture ledger = new LedgerFixture();

    private static Candidate with(Candidate image, List<String> snapshots) {
        return new Candidate(
                image.key(),
                image.name(),
                image.family(),
                image.version(),
                image.status(),
                image.createdAt(),
                image.sizeGib(),
                image.tags(),
                snapshots,
                image.shared(),
                image.isPublic(),
                image.copied());
    }

    private static Decision due(AccountRegion where, String id, List<String> snapshots) {
        return Approved.deletion(
                with(ImageFixture.image(where, id, NOON), snapshots), "old", "due", new Manner(false, false, true));
    }

    private RunId deleted(List<Decision> decisions) {
        var run = ledger.begun("key");
        ledger.plans.write(run, decisions);
        ledger.plans.seal(run, RunFacts.NONE);
        ledger.jdbc
                .sql("update deletion_result set outcome = 'DELETED', finished_at = planned_at")
                .update();
        return run;
    }

    @Test
    void comeInTheOrderOfTheBytesOfTheirImages() {
        var many = IntStream.range(0, 2500).mapToObj("s-%04d"::formatted).toList();
        var run = deleted(List.of(
                due(HANGZHOU, "m-a", List.of("s-b", "s-B")),
                due(HANGZHOU, "m-B", many),
                due(HANGZHOU, "m-kept-none", List.of()),
                due(BEIJING, "m-a", List.of("s-b"))));

        var rows = ledger.outcomes.snapshots(run).toList();

        assertThat(rows.stream().map(SnapshotRow::image).distinct())
                .containsExactly(
                        new ImageKey(BEIJING, "m-a"), new ImageKey(HANGZHOU, "m-B"), new ImageKey(HANGZHOU, "m-a"));
        assertThat(rows.stream().map(SnapshotRow::snapshotId))
                .containsExactlyElementsOf(Stream.of(List.of("s-b"), many, List.of("s-B", "s-b"))
                        .flatMap(List::stream)
                        .toList());
        assertThat(ledger.outcomes.ofSnapshots(run)).containsOnly(Map.entry(Outcome.PLANNED, 2503L));
    }

    @Test
    void whatIsLeftOpenIsCountedByRegionAndByWhetherItsImageIsConfirmed() {
        var ends = new OpenEnds(ledger.jdbc, ledger.database.transactions());
        var run = deleted(List.of(
                due(HANGZHOU, "m-1", List.of("s-1", "s-2")),
                due(HANGZHOU, "m-2", List.of("s-3")),
                due(BEIJING, "m-3", List.of("s-4")),
                due(BEIJING, "m-4", List.of())));
        confirm("m-2");
        confirm("m-4");

        assertThat(ends.of(run)).containsExactly(new OpenEnd(BEIJING, 1, 1, 0), new OpenEnd(HANGZHOU, 1, 2, 1));

        Set.of("m-1", "m-3").forEach(this::confirm);
        ledger.jdbc.sql("update snapshot_result set outcome = 'FAILED'").update();

        assertThat(ends.of(run)).isEmpty();
        assertThat(ends.of(RunId.next())).isEmpty();
    }

    private void confirm(String id) {
        ledger.jdbc
                .sql("update deletion_result set confirmed_at = now() where image_id = :id")
                .param("id", id)
                .update();
    }
}
