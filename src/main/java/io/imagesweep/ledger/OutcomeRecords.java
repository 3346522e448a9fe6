package io.imagesweep.ledger;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.StoredTime;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.Attempt;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Records what was called and what became of it. */
@Component
public final class OutcomeRecords {

    private static final String ATTEMPT = """
            insert into deletion_attempt (run_id, account_id, region_id, image_id, attempt, action, snapshot_id, started_at,
              finished_at, http_status, error_code, request_id, message)
            values (:run, :account, :region, :imageId, :attempt, :action, :snapshotId, :startedAt, :finishedAt,
              :httpStatus, :code, :requestId, :message)
            on conflict (run_id, account_id, region_id, image_id, attempt) do nothing
            """;

    private static final String OUTCOME = """
            update deletion_result
            set outcome = :outcome,
              error_code = :code,
              http_status = :httpStatus,
              request_id = :requestId,
              message = :message,
              forced = :forced,
              attempts = greatest(attempts, :attempts),
              called_before = called_before or :calledBefore,
              finished_at = :finishedAt
            where run_id = :run
              and account_id = :account
              and region_id = :region
              and image_id = :imageId
              and (outcome = 'CALLING' or (outcome = 'PLANNED' and :outcome <> 'CALLING'))
              and (fence is null or fence <= :fence or :outcome in ('DELETED', 'DEPRECATED', 'RESTORED'))
            """;

    private final NamedParameterJdbcOperations batches;
    private final TransactionOperations tx;

    OutcomeRecords(NamedParameterJdbcOperations batches, TransactionOperations tx) {
        this.batches = batches;
        this.tx = tx;
    }

    /**
     * Records calls and outcomes in one transaction. What was done is recorded whoever holds the run by now; but where a later
     * process marked an image since, only a change that was made still counts: all else is that process's to say.
     *
     * @param fence the fence under which the images were claimed
     */
    public void record(RunId run, long fence, List<Attempt> attempts, List<ImageOutcome> outcomes) {
        var calls = rows(attempts, attempt -> attempt(run, attempt));
        var ends = rows(outcomes, outcome -> outcome(run, fence, outcome));
        tx.executeWithoutResult(_ -> {
            batches.batchUpdate(ATTEMPT, calls);
            batches.batchUpdate(OUTCOME, ends);
        });
    }

    private static <T> SqlParameterSource[] rows(Collection<T> facts, Function<T, SqlParameterSource> row) {
        return facts.stream().map(row).toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource attempt(RunId run, Attempt attempt) {
        return columns(run, attempt.image(), attempt.answer())
                .addValue("attempt", attempt.number())
                .addValue("action", attempt.action())
                .addValue("snapshotId", attempt.snapshotId(), Types.VARCHAR)
                .addValue("startedAt", StoredTime.of(attempt.startedAt()))
                .addValue("finishedAt", StoredTime.of(attempt.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static SqlParameterSource outcome(RunId run, long fence, ImageOutcome ended) {
        var columns = OutcomeColumns.of(ended.outcome());
        return columns(run, ended.image(), columns.said())
                .addValue("fence", fence)
                .addValue("outcome", columns.outcome().name())
                .addValue("forced", columns.forced())
                .addValue("attempts", ended.attempts())
                .addValue("calledBefore", OutcomeColumns.leavesUnknown(ended.outcome()))
                .addValue(
                        "finishedAt",
                        columns.outcome().open() ? null : StoredTime.of(ended.at()),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static MapSqlParameterSource columns(RunId run, ImageKey image, ApiAnswer said) {
        return new MapSqlParameterSource()
                .addValue("run", run.value())
                .addValue("account", image.accountId())
                .addValue("region", image.regionId())
                .addValue("imageId", image.imageId())
                .addValue("httpStatus", said.httpStatus(), Types.INTEGER)
                .addValue("code", RecordedText.of(said.code()), Types.VARCHAR)
                .addValue("requestId", RecordedText.of(said.requestId()), Types.VARCHAR)
                .addValue("message", RecordedText.of(said.message()), Types.VARCHAR);
    }
}
