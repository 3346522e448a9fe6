package io.imagesweep.ledger;

import io.imagesweep.candidate.StoredText;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.policy.Decision;
import io.imagesweep.policy.Manner;
import java.sql.Types;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A decision as a row of the results table. */
final class PlannedRow {

    static final String WRITE = """
            insert into deletion_result (run_id, account_id, region_id, image_id, decision, rule, reason, outcome,
              size_gib, snapshot_ids, image_name, created_at, force_allowed, unshare_allowed, delete_snapshots)
            values (:run, :account, :region, :imageId, :decision, :rule, :reason, :outcome,
              :sizeGib, :snapshotIds, :name, :createdAt, :forceAllowed, :unshareAllowed, :deleteSnapshots)
            on conflict (run_id, account_id, region_id, image_id) do update
            set decision = excluded.decision,
              rule = excluded.rule,
              reason = excluded.reason,
              outcome = excluded.outcome,
              size_gib = excluded.size_gib,
              snapshot_ids = excluded.snapshot_ids,
              image_name = excluded.image_name,
              created_at = excluded.created_at,
              force_allowed = excluded.force_allowed,
              unshare_allowed = excluded.unshare_allowed,
              delete_snapshots = excluded.delete_snapshots
            """;

    private static final Manner NO_MANNER = new Manner(false, false, false);

    private PlannedRow() {}

    static SqlParameterSource of(RunId run, Decision decision) {
        var columns = columns(run, decision);
        return switch (decision) {
            case Decision.Keep _ -> planned(columns, "KEEP", Outcome.KEPT, NO_MANNER);
            case Decision.Deprecate _ -> planned(columns, "DEPRECATE", Outcome.PLANNED, NO_MANNER);
            case Decision.Delete delete -> planned(columns, "DELETE", Outcome.PLANNED, delete.manner());
        };
    }

    private static MapSqlParameterSource columns(RunId run, Decision decision) {
        var image = decision.candidate();
        return new MapSqlParameterSource()
                .addValue("run", run.value())
                .addValue("account", image.key().accountId())
                .addValue("region", image.key().regionId())
                .addValue("imageId", StoredText.of(image.key().imageId()))
                .addValue("rule", decision.rule(), Types.VARCHAR)
                .addValue("reason", StoredText.of(decision.reason()))
                .addValue("sizeGib", image.sizeGib(), Types.INTEGER)
                .addValue("snapshotIds", StoredText.array(image.snapshotIds()))
                .addValue("name", StoredText.ofNullable(image.name()), Types.VARCHAR)
                .addValue("createdAt", StoredTime.of(image.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static SqlParameterSource planned(
            MapSqlParameterSource columns, String decision, Outcome outcome, Manner manner) {
        return columns.addValue("decision", decision)
                .addValue("outcome", outcome.name())
                .addValue("forceAllowed", manner.force())
                .addValue("unshareAllowed", manner.unshare())
                .addValue("deleteSnapshots", manner.deleteSnapshots());
    }
}
