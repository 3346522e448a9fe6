package io.imagesweep.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the record of any part of a divided run was altered.
 *
 * @param runs the parts, each with what differs
 */
@JsonPropertyOrder({"runKey", "intact", "runs"})
record VerifyAnswers(String runKey, boolean intact, List<VerifyAnswer> runs) {

    static VerifyAnswers of(String runKey, List<VerifyAnswer> runs) {
        return new VerifyAnswers(runKey, runs.stream().allMatch(VerifyAnswer::intact), runs);
    }

    String sentences() {
        return runs.stream().map(VerifyAnswer::sentence).collect(Collectors.joining(System.lineSeparator()));
    }
}
