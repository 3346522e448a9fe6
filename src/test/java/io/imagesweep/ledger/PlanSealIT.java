package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.candidate.ImageFixture.OTHER_ACCOUNT;
import static io.imagesweep.candidate.ImageFixture.image;
import static io.imagesweep.ledger.LedgerFixture.deletions;
import static io.imagesweep.ledger.LedgerFixture.due;
import static io.imagesweep.ledger.LedgerFixture.kept;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.policy.Decision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanSealIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final PlanRows plans = LEDGER.plans;

    @Test
    void sealsWithTheDocumentedHash() throws Exception {
        var run = LEDGER.begun("seal");
        plans.write(
                run,
                List.of(
                        due(image(HANGZHOU, "m-ä", NOON)),
                        kept(image(HANGZHOU, "m-B", NOON), null, "no rule"),
                        due(image(OTHER_ACCOUNT, "m-1", NOON)),
                        due(image(BEIJING, "m-z", NOON))));

        var hash = plans.seal(run, RunFacts.NONE);

        var written = "16:1000000000000001,10:cn-beijing,3:m-z,6:DELETE,14:nightly-builds,19:due: older than 30d,"
                + "16:1000000000000001,11:cn-hangzhou,3:m-B,4:KEEP,-,7:no rule,"
                + "16:1000000000000001,11:cn-hangzhou,4:m-ä,6:DELETE,14:nightly-builds,19:due: older than 30d,"
                + "16:1000000000000002,11:cn-hangzhou,3:m-1,6:DELETE,14:nightly-builds,19:due: older than 30d,";
        var sha256 = MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
        assertThat(hash).isEqualTo(HexFormat.of().formatHex(sha256)).isEqualTo(hashByTheDatabase(run));
        assertThat(LEDGER.found(run).planHash()).isEqualTo(hash);
        assertThat(LEDGER.found(run).status()).isEqualTo(RunStatus.PLANNED);
    }

    @Test
    void sealsOnce() {
        var run = LEDGER.begun("once");
        plans.write(run, deletions(HANGZHOU, "m-1"));
        var facts = new RunFacts(List.of(), List.of(), List.of("first"), List.of());
        var hash = plans.seal(run, facts);
        LEDGER.runs.status(run, RunStatus.RUNNING);

        assertThat(plans.seal(run, RunFacts.NONE)).isEqualTo(hash);

        assertThat(LEDGER.found(run).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(LEDGER.found(run).facts()).isEqualTo(facts);
    }

    @Test
    void hashesTheSameRowsAlikeAndOthersNot() {
        var first = sealedOf(due(image("m-1")), kept(image("m-2"), null, "no rule"));

        assertThat(sealedOf(kept(image("m-2"), null, "no rule"), due(image("m-1"))))
                .isEqualTo(first);
        assertThat(sealedOf(due(image("m-1")), kept(image("m-2"), "no rule", "")))
                .isNotEqualTo(first);
        assertThat(sealedOf(due(image("m-1")), kept(image("m-2"), "-", "no rule")))
                .isNotEqualTo(first);
        assertThat(sealedOf(due(image("m-1")))).isNotEqualTo(first);
    }

    private String sealedOf(Decision... decisions) {
        var run = LEDGER.begun("hash");
        plans.write(run, List.of(decisions));
        return plans.seal(run, RunFacts.NONE);
    }

    @Test
    void sealsAndReportsAHundredThousandRows() {
        var run = LEDGER.begun("large");
        for (int from = 0; from < 100_000; from += 5_000) {
            plans.write(
                    run,
                    IntStream.range(from, from + 5_000)
                            .mapToObj(i -> kept(image("m-" + i), null, "no rule"))
                            .toList());
        }

        plans.seal(run, RunFacts.NONE);

        assertThat(LEDGER.found(run).planHash()).isEqualTo(hashByTheDatabase(run));
        var ids = LEDGER.outcomes.rows(run).map(row -> row.image().imageId()).toList();
        assertThat(ids).hasSize(100_000).isSorted().doesNotHaveDuplicates();
    }

    /** As the comment on {@code cleanup_run.plan_hash} says. */
    private static String hashByTheDatabase(RunId run) {
        return LEDGER.jdbc
                .sql("""
                        select encode(sha256(convert_to(string_agg(
                            field(account_id) || field(region_id) || field(image_id) || field(decision) || field(rule)
                              || field(reason), ''
                            order by account_id collate "C", region_id collate "C", image_id collate "C"), 'UTF8')), 'hex')
                        from deletion_result
                        where run_id = :run
                        """.replaceAll("field\\((\\w+)\\)", "coalesce(octet_length($1) || ':' || $1 || ',', '-,')"))
                .param("run", run.value())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }
}
