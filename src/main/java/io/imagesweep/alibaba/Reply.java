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
    private static final String SIGNED = "server string to sign is:";
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
        var said = new ApiAnswer(status, word(body, "Code"), word(body, "RequestId"), message(body));
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

    /** What was signed differs with each call and, in the older way of signing, holds the token: it is for no log. */
    private static @Nullable String message(JsonNode body) {
        String message = word(body, "Message");
        int signed = message == null ? -1 : message.indexOf(SIGNED);
        return message == null || signed < 0
                ? message
                : message.substring(0, signed).strip();
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
