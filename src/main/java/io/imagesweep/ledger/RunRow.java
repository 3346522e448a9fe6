package io.imagesweep.ledger;

import io.imagesweep.candidate.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a run from its row. */
final class RunRow implements RowMapper<Run> {

    static final String COLUMNS = """
            run_id, run_key, mode, status, decided_at, policy_hash, plan_hash, plan_id, scope, requested_by, host,
              started_at, finished_at, stop_reason, fence, counts""";

    private static final RunScope ALL = new RunScope(List.of(), List.of(), null);

    @Override
    public Run mapRow(ResultSet row, int number) throws SQLException {
        return new Run(
                new RunId(row.getObject("run_id", UUID.class)),
                new RunKey(row.getString("run_key")),
                mode(row.getString("mode")),
                RunStatus.valueOf(row.getString("status")),
                StoredTime.in(row, "decided_at"),
                row.getString("policy_hash"),
                row.getString("plan_hash"),
                planId(row.getObject("plan_id", UUID.class)),
                StoredJson.read(row.getString("scope"), ALL),
                row.getString("requested_by"),
                row.getString("host"),
                StoredTime.in(row, "started_at"),
                StoredTime.orNull(row, "finished_at"),
                row.getString("stop_reason"),
                row.getLong("fence"),
                StoredJson.read(row.getString("counts"), RunFacts.NONE));
    }

    private static RunMode mode(String word) {
        return Arrays.stream(RunMode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run mode '" + word + "' is unknown to this version"));
    }

    private static @Nullable RunId planId(@Nullable UUID value) {
        return value == null ? null : new RunId(value);
    }
}
