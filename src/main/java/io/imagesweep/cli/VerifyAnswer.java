package io.imagesweep.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.imagesweep.ledger.Run;
import java.util.List;

/**
 * Whether a run's record was altered.
 *
 * @param differences what differs, a sentence each
 */
@JsonPropertyOrder({"runId", "intact", "planHash", "differences"})
record VerifyAnswer(String runId, boolean intact, String planHash, List<String> differences) {

    static VerifyAnswer of(Run run, String planHash, List<String> differences) {
        return new VerifyAnswer(run.id().toString(), differences.isEmpty(), planHash, differences);
    }

    String sentence() {
        return intact
                ? "Nothing of run " + runId + " is seen to be altered: its plan hashes to " + planHash
                        + ", its outcomes add up, and every change has its call."
                : "Run " + runId + " was altered: " + String.join("; ", differences) + ".";
    }
}
