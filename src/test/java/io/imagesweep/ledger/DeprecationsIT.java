package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.BEIJING;
import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.StoredTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeprecationsIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Deprecations deprecations = new Deprecations(ledger.jdbc, ledger.database.transactions());

    @Test
    void givesTheLatestOneOfEachImage() {
        staged(HANGZHOU, "m-1", "DEPRECATE", "DEPRECATED", NOON);
        staged(HANGZHOU, "m-1", "DEPRECATE", "DEPRECATED", NOON.plusSeconds(5));
        staged(HANGZHOU, "m-1", "DEPRECATE", "SKIPPED", NOON.plusSeconds(9));
        staged(BEIJING, "m-1", "DEPRECATE", "DEPRECATED", NOON.plusSeconds(7));
        staged(HANGZHOU, "m-2", "DEPRECATE", "FAILED", NOON);
        staged(HANGZHOU, "m-3", "DEPRECATE", "DEPRECATED", NOON);

        assertThat(deprecations.of(HANGZHOU, List.of("m-1", "m-2", "m-9")))
                .isEqualTo(Map.of("m-1", NOON.plusSeconds(5)));
        assertThat(deprecations.of(HANGZHOU, List.of())).isEmpty();
    }

    @Test
    void forgetsWhatWasRestoredSince() {
        staged(HANGZHOU, "m-1", "DEPRECATE", "DEPRECATED", NOON);
        staged(HANGZHOU, "m-1", "RESTORE", "RESTORED", NOON);
        staged(HANGZHOU, "m-2", "DEPRECATE", "DEPRECATED", NOON);
        staged(HANGZHOU, "m-2", "RESTORE", "FAILED", NOON.plusSeconds(1));
        staged(HANGZHOU, "m-3", "DEPRECATE", "DEPRECATED", NOON);
        staged(HANGZHOU, "m-3", "RESTORE", "RESTORED", NOON.plusSeconds(1));
        staged(HANGZHOU, "m-3", "DEPRECATE", "DEPRECATED", NOON.plusSeconds(2));
        staged(HANGZHOU, "m-4", "DEPRECATE", "DEPRECATED", NOON);
        staged(HANGZHOU, "m-4", "DEPRECATE", "DEPRECATED", NOON.plusSeconds(1));
        staged(HANGZHOU, "m-4", "RESTORE", "RESTORED", NOON.plusSeconds(2));

        assertThat(deprecations.of(HANGZHOU, List.of("m-1", "m-2", "m-3", "m-4")))
                .isEqualTo(Map.of("m-2", NOON, "m-3", NOON.plusSeconds(2)));
    }

    @Test
    void takesAnOutcomeWithoutItsTimeForOneThatIsNotYetOver() {
        staged(HANGZHOU, "m-1", "DEPRECATE", "DEPRECATED", null);

        assertThat(deprecations.of(HANGZHOU, List.of("m-1")).get("m-1")).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
    }

    private void staged(
            AccountRegion where, String image, String decision, String outcome, @Nullable Instant finishedAt) {
        var run = ledger.begun("key-" + RunId.next());
        ledger.jdbc
                .sql(
                        "insert into deletion_result (run_id, account_id, region_id, image_id, decision, outcome, finished_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        run.value(),
                        where.accountId(),
                        where.regionId(),
                        image,
                        decision,
                        outcome,
                        StoredTime.of(finishedAt)))
                .update();
    }
}
