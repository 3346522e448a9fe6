package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTests {

    private static final String THROTTLED = "{\"Code\": \"Throttling.User\"}";

    @ParameterizedTest
    @CsvSource({"1, PT0.001S", "80, PT0.08S", "' 1500 ', PT1.5S", "60000, PT60S"})
    void readsHowLongToWaitInMilliseconds(String header, Duration expected) {
        assertThat(retryAfter(Map.of("x-acs-retry-after", header))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "soon", "1.5", "", "99999999999999999999"})
    void ignoresWhatIsNoTimeToWait(String header) {
        assertThat(retryAfter(Map.of("x-acs-retry-after", header))).isNull();
    }

    @Test
    void doesWithoutATimeToWait() {
        assertThat(retryAfter(Map.of())).isNull();
    }

    @Test
    void keepsTheWordsOfTheAnswer() {
        Reply reply = Reply.of(
                418,
                Map.of(),
                "{\"Code\": \"Image.Brewing\", \"Message\": \"Short and stout.\", \"RequestId\": \"R-1\", \"HostId\": 7}");

        assertThat(reply.answer().said()).isEqualTo(new ApiAnswer(418, "Image.Brewing", "R-1", "Short and stout."));
    }

    @Test
    void keepsNothingOfWhatWasSigned() {
        Reply reply = Reply.of(
                400,
                Map.of(),
                "{\"Code\": \"SignatureDoesNotMatch\","
                        + " \"Message\": \"Not matched. server string to sign is:GET&%2F&SecurityToken%3Dt0ken\"}");

        assertThat(reply.answer().said().message()).isEqualTo("Not matched.");
    }

    @Test
    void keepsABodyToRead() {
        Reply reply = Reply.of(200, Map.of(), "{\"TotalCount\": 3}");

        assertThat(reply.accepted()).isTrue();
        assertThat(reply.body().path("TotalCount").asInt()).isEqualTo(3);
        assertThat(reply.answer().said()).isEqualTo(new ApiAnswer(200, null, null, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "<html>Service Unavailable</html>", "[]", "\"ok\"", "null", "{\"RequestId\": "})
    void takesNoOtherTextForAnAnswer(String text) {
        Reply reply = Reply.of(200, Map.of(), String.valueOf(text));

        assertThat(reply.answer()).isInstanceOfSatisfying(Unclear.class, unclear -> {
            assertThat(unclear.sent()).isTrue();
            assertThat(unclear.said().httpStatus()).isEqualTo(200);
        });
    }

    @Test
    void keepsTextsFitForALogAndADatabase() {
        Reply reply = Reply.of(503, Map.of(), "<html>\n\u0000\tmaintenance " + "x".repeat(5_000));

        assertThat(reply.answer().said().message())
                .startsWith("no JSON: <html> maintenance xxx")
                .hasSizeLessThanOrEqualTo(1_001);
    }

    private static @Nullable Duration retryAfter(Map<String, String> headers) {
        return ((Throttled) Reply.of(400, headers, THROTTLED).answer()).retryAfter();
    }
}
