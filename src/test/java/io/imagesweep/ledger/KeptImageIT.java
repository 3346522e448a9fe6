package io.imagesweep.ledger;

import static io.imagesweep.ledger.LedgerFixture.kept;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.candidate.ImageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Nobody calls for an image that a run keeps. */
class KeptImageIT {

    private static final LedgerFixture LEDGER = new LedgerFixture();

    @Test
    void hasNoCallOnRecord() {
        var run = LEDGER.begun("key");
        LEDGER.plans.write(run, List.of(kept(ImageFixture.image("m-kept"), null, "no rule")));
        LEDGER.plans.seal(run, RunFacts.NONE);

        assertThatThrownBy(() -> LEDGER.jdbc.sql("""
                        insert into deletion_attempt
                          (run_id, account_id, region_id, image_id, attempt, action, started_at)
                        select run_id, account_id, region_id, image_id, 1, 'DeleteImage', now()
                        from deletion_result
                        where run_id = :run
                        """).param("run", run.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
