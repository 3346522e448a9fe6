package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.OWN;
import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Accepted;
import io.imagesweep.deletion.Answer.Busy;
import io.imagesweep.deletion.Answer.InUse;
import io.imagesweep.deletion.Answer.Missing;
import io.imagesweep.deletion.Answer.Refused;
import io.imagesweep.deletion.Answer.Throttled;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of DeleteImage means, as the real SDK gets it. */
@Timeout(60)
class AlibabaRemoverIT {

    private final SimulatedCloud cloud = SimulatedCloud.withOneImage("m-1");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void deletes() {
        Answer answer = delete("m-1");

        assertThat(answer).isInstanceOf(Accepted.class);
        assertThat(answer.said().httpStatus()).isEqualTo(200);
        assertThat(answer.said().requestId()).isNotBlank();
        assertThat(cloud.calls("DeleteImage")).singleElement().satisfies(call -> {
            assertThat(call.path("applied").asBoolean()).isTrue();
            assertThat(call.path("parameters").has("Force")).isFalse();
        });
    }

    @Test
    void isAcceptedForUnknownIdsTooUnlessTheApiSaysSo() {
        assertThat(delete("m-2")).isInstanceOf(Accepted.class);

        cloud.settings("{\"missingImage\": 404}");
        assertThat(delete("m-2")).isInstanceOfSatisfying(Missing.class, missing -> {
            assertThat(missing.said().httpStatus()).isEqualTo(404);
            assertThat(missing.said().code()).isEqualTo("InvalidImageId.NotFound");
            assertThat(missing.said().message()).isEqualTo("The specified ImageId does not exist.");
        });
    }

    @Test
    void forcesOnlyWhenTold() {
        cloud.region(
                OWN,
                "{\"images\": [{\"imageId\": \"m-1\"}], \"instances\":"
                        + " [{\"instanceId\": \"i-1\", \"imageId\": \"m-1\", \"status\": \"Running\"}]}");

        assertThat(delete("m-1")).isInstanceOf(InUse.class);
        assertThat(cloud.remover().delete(image("m-1"), true)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"sharedWith\": [\"1000000000000002\"]", "\"isPublic\": true"})
    void isRefusedForSharedAndPublicImages(String how) {
        cloud.images("[{\"imageId\": \"m-1\", %s}]".formatted(how));

        assertThat(delete("m-1")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copying", "importing", "exporting", "creating"})
    void isBusyInFourWays(String how) {
        cloud.images("[{\"imageId\": \"m-1\", \"busy\": \"%s\"}]".formatted(how));

        assertThat(delete("m-1")).isInstanceOf(Busy.class);
    }

    @Test
    void tellsHowLongToWaitWhenThrottled() {
        cloud.faults("{\"action\": \"DeleteImage\", \"fault\": \"throttle\", \"delay\": \"1500ms\"}");

        assertThat(delete("m-1")).isInstanceOfSatisfying(Throttled.class, throttled -> {
            assertThat(throttled.said().code()).isEqualTo("Throttling.User");
            assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMillis(1500));
        });
    }

    @Test
    void tellsTheTimeToTheNextMinuteWhenTheQuotaIsSpent() {
        cloud.settings("{\"ratePerMinute\": 1}");

        // The minute may turn between two calls, but not between each two of three.
        assertThat(List.of(delete("m-1"), delete("m-1"), delete("m-1")))
                .filteredOn(Throttled.class::isInstance)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(((Throttled) answer).retryAfter())
                        .isBetween(Duration.ofMillis(1), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "409, OperationConflict, Busy",
        "429, Throttling, Throttled",
        "403, Rejected.Throttling, Throttled",
        "400, Throttling.Api, Throttled",
        "500, InternalError, Unclear",
        "504, ServiceTimeout, Unclear",
        "503, ServiceUnavailable.RegionMaintaining, Unclear",
        "400, UnknownError, Unclear",
        "400, SignatureNonceUsed, Unclear",
        "403, Forbidden.RiskControl, Denied",
        "403, NoPermission, Denied",
        "400, InvalidOperation.NotSupportedEndpoint, Denied",
        "418, Image.Brewing, Unknown"
    })
    void gives(int status, String code, String meaning) {
        cloud.faults("{\"fault\": \"error\", \"httpStatus\": %d, \"code\": \"%s\", \"message\": \"said\"}"
                .formatted(status, code));

        Answer answer = delete("m-1");

        assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(answer.said().httpStatus()).isEqualTo(status);
        assertThat(answer.said().code()).isEqualTo(code);
        assertThat(answer.said().message()).isEqualTo("said");
    }

    @Test
    void callsOnceHoweverItEnds() {
        for (String fault : List.of("close", "reset", "html", "throttle")) {
            cloud.faults("{\"fault\": \"%s\"}".formatted(fault));
            delete("m-1");
        }

        assertThat(cloud.calls("DeleteImage")).hasSize(4);
    }

    private Answer delete(String id) {
        return cloud.delete(image(id));
    }
}
