package io.imagesweep.alibaba;

import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Accepted;
import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came of one call.
 *
 * @param answer what it means
 * @param body the JSON of an accepted call; missing otherwise
 */
record Reply(Answer answer, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RETRY_AFTER = "x-acs-retry-after";

    /** A call that got no whole answer, or was never made. */
    static Reply none(Answer answer) {
        return new Reply(answer, MissingNode.getInstance());
    }

    /** Reads a whole answer. */
    static Reply of(int status, Map<?, ?> headers, String text) {
        JsonNode body = json(text);
        if (!body.isObject()) {
            return none(new Unclear(new ApiAnswer(status, null, null, Words.of("no JSON: " + text)), true));
        }
        var said = new ApiAnswer(status, word(body, "Code"), word(body, "RequestId"), word(body, "Message"));
        return new Reply(AnswerTable.answer(said, retryAfter(headers)), body);
    }

    boolean accepted() {
        return answer instanceof Accepted;
    }

    /** Says whether the same call may fare better later. */
    boolean passing() {
        return answer instanceof Throttled || answer instanceof Unclear;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String word(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return value.isMissingNode() || value.isNull() ? null : Words.of(value.asString(""));
    }

    /** Milliseconds, on throttled answers; what is no positive number is ignored, as the vendor's own clients do. */
    private static @Nullable Duration retryAfter(Map<?, ?> headers) {
        try {
            long millis =
                    Long.parseLong(String.valueOf(headers.get(RETRY_AFTER)).trim());
            return millis > 0 ? Duration.ofMillis(millis) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
