package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.policy.Decision;
import io.imagesweep.policy.PlanFigures;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The rows of a plan until it is sealed: one for each candidate. */
@Component
public final class PlanRows {

    private static final String KEEP_ALL_BUT_THE_OLDEST = """
            update deletion_result as row
            set decision = 'KEEP',
              rule = null,
              reason = :reason,
              outcome = 'KEPT'
            from (
              select account_id, region_id, image_id
              from deletion_result
              where run_id = :run
                and outcome = 'PLANNED'
                and (cast(:account as text) is null or account_id = :account)
                and (cast(:region as text) is null or region_id = :region)
              order by created_at, account_id collate "C", region_id collate "C", image_id collate "C"
              offset :oldest) as younger
            where row.run_id = :run
              and row.account_id = younger.account_id
              and row.region_id = younger.region_id
              and row.image_id = younger.image_id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final TransactionOperations tx;

    PlanRows(JdbcClient jdbc, NamedParameterJdbcOperations batches, TransactionOperations tx) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tx = tx;
    }

    /** Writes a row for each decision, or writes it anew. */
    public void write(RunId run, List<Decision> decisions) {
        var rows =
                decisions.stream().map(decision -> PlannedRow.of(run, decision)).toArray(SqlParameterSource[]::new);
        tx.executeWithoutResult(_ -> batches.batchUpdate(PlannedRow.WRITE, rows));
    }

    /** Leaves only the {@code limit} oldest images of the whole run planned. */
    public void keepBeyondLimit(RunId run, long limit) {
        tx.executeWithoutResult(_ -> jdbc.sql(KEEP_ALL_BUT_THE_OLDEST)
                .param("run", run.value())
                .param("account", null)
                .param("region", null)
                .param("oldest", limit)
                .param("reason", "beyond limit")
                .update());
    }

    /** Leaves only the {@code rampUp} oldest images of {@code where} planned. */
    public void keepForRampUp(RunId run, AccountRegion where, int rampUp) {
        tx.executeWithoutResult(_ -> jdbc.sql(KEEP_ALL_BUT_THE_OLDEST)
                .param("run", run.value())
                .param("account", where.accountId())
                .param("region", where.regionId())
                .param("oldest", rampUp)
                .param("reason", "ramp-up")
                .update());
    }

    /** Says whether one live run in {@code where} ended well: every planned row with an outcome, none failed, one done at least. */
    public boolean provenBefore(AccountRegion where) {
        return tx.execute(_ -> jdbc.sql("""
                        select exists (
                          select
                          from (
                            select distinct run_id
                            from deletion_result
                            where account_id = :account
                              and region_id = :region
                              and outcome in ('DELETED', 'DEPRECATED')) as done
                          join cleanup_run as run on run.run_id = done.run_id
                          where run.mode = 'apply'
                            and not exists (
                              select from deletion_result as spoilt
                              where spoilt.run_id = run.run_id
                                and spoilt.account_id = :account
                                and spoilt.region_id = :region
                                and spoilt.outcome in ('PLANNED', 'CALLING', 'FAILED')))
                        """)
                .param("account", where.accountId())
                .param("region", where.regionId())
                .query(Boolean.class)
                .single());
    }

    /** Gives the guard's figures, without baselines, of each account and region that has rows. */
    public List<PlanFigures> figures(RunId run) {
        return tx.execute(_ -> jdbc.sql("""
                        select account_id, region_id, count(*) as candidates,
                          count(*) filter (where decision in ('DELETE', 'DEPRECATE')) as planned
                        from deletion_result
                        where run_id = :run
                        group by account_id, region_id
                        order by account_id collate "C", region_id collate "C"
                        """)
                .param("run", run.value())
                .query((row, _) -> new PlanFigures(
                        new AccountRegion(row.getString("account_id"), row.getString("region_id")),
                        row.getLong("planned"),
                        row.getLong("candidates"),
                        null))
                .list());
    }

    /** Counts what would be deleted, deprecated or restored, by account, region and rule. */
    public List<PlanCount> planned(RunId run) {
        return tx.execute(_ -> jdbc.sql("""
                        select account_id, region_id, rule, count(*) as images
                        from deletion_result
                        where run_id = :run
                          and decision <> 'KEEP'
                        group by account_id, region_id, rule
                        order by account_id collate "C", region_id collate "C", rule collate "C"
                        """)
                .param("run", run.value())
                .query((row, _) -> new PlanCount(
                        new AccountRegion(row.getString("account_id"), row.getString("region_id")),
                        row.getString("rule"),
                        row.getLong("images")))
                .list());
    }

    /** Copies the rows of {@code plan} into {@code run}, without what became of them. */
    public void copy(RunId plan, RunId run) {
        tx.executeWithoutResult(_ -> {
            jdbc.sql("""
                    insert into deletion_result (run_id, account_id, region_id, image_id, decision, rule, reason, outcome,
                      planned_at, size_gib, snapshot_ids, image_name, created_at, force_allowed, unshare_allowed,
                      delete_snapshots)
                    select :run, account_id, region_id, image_id, decision, rule, reason,
                      case decision when 'KEEP' then 'KEPT' else 'PLANNED' end,
                      planned_at, size_gib, snapshot_ids, image_name, created_at, force_allowed, unshare_allowed,
                      delete_snapshots
                    from deletion_result
                    where run_id = :plan
                    on conflict (run_id, account_id, region_id, image_id) do nothing
                    """).param("plan", plan.value()).param("run", run.value()).update();
            jdbc.sql("""
                    insert into requested_image (run_id, account_id, region_id, image_id)
                    select :run, account_id, region_id, image_id
                    from requested_image
                    where run_id = :plan
                    on conflict (run_id, account_id, region_id, image_id) do nothing
                    """).param("plan", plan.value()).param("run", run.value()).update();
        });
    }

    /** Seals the plan and gives its hash; from here on the rows only move forward. */
    public String seal(RunId run, RunFacts facts) {
        return tx.execute(_ -> new PlanSeal(jdbc).put(run, facts));
    }
}
