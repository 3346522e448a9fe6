package io.imagesweep.deletion;

import static io.imagesweep.deletion.ScriptedCatalog.Sight.THERE;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Decision;
import io.imagesweep.quota.Backoff;
import io.imagesweep.quota.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A deletion of one image between a {@link ScriptedRemover} and a {@link ScriptedCatalog}. */
final class ScriptedDeletion {

    static final ImageKey IMAGE = new ImageKey("1", "cn-hangzhou", "m-1");
    static final Decision.Delete APPROVED = Approved.deletion(IMAGE);
    static final Decision.Delete APPROVED_WITH_FORCE = Approved.forcedDeletion(IMAGE);
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final Duration MILLI = Duration.ofMillis(1);

    final ScriptedRemover remover = new ScriptedRemover();
    final ScriptedCatalog catalog = new ScriptedCatalog().shows(THERE);
    final ScriptedNeighbours neighbours = new ScriptedNeighbours();
    final RememberedShares shares = new RememberedShares();
    final List<Attempt> attempts = new ArrayList<>();
    Pace pace = new Pace(60_000, Clock.systemUTC());
    Breaker breaker = new Breaker(50);
    Backoff backoff = new Backoff(MILLI, MILLI);
    EarlierCalls earlier = EarlierCalls.NONE;
    Instant until = NOON;

    /** The image is shared with these. */
    ScriptedDeletion sharedWith(String... accounts) {
        neighbours.accounts = new Reading.Complete<>(List.of(accounts));
        return this;
    }

    DeletionOutcome delete(Decision.Change approved) {
        return delete(approved, catalog);
    }

    DeletionOutcome delete(Decision.Change approved, ScriptedCatalog shown) {
        return deletion(shown)
                .change(new Approval.ByPolicy(approved, until), earlier, _ -> pace, breaker, attempts::add);
    }

    DeletionOutcome deleteOnceMore() {
        return deletion(catalog)
                .changeOnceMore(new Approval.ByPolicy(APPROVED, until), earlier, _ -> pace, breaker, attempts::add);
    }

    DeletionOutcome onceMore(Approval approved) {
        return deletion(catalog).changeOnceMore(approved, earlier, _ -> pace, breaker, attempts::add);
    }

    DeletionOutcome restore(ScriptedCatalog shown) {
        return deletion(shown).change(new Approval.ToRestore(IMAGE, until), earlier, _ -> pace, breaker, attempts::add);
    }

    private Deletion deletion(ScriptedCatalog shown) {
        return new Deletion(
                remover,
                shown,
                new Unsharing(neighbours, shares),
                new DeletionSettings(64, 8),
                Clock.fixed(NOON, ZoneOffset.UTC),
                backoff);
    }
}
