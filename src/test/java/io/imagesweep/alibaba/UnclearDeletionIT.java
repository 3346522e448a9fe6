package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Unclear;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of DeleteImage that end without an answer of the API, and whether they may have reached it. */
@Timeout(60)
class UnclearDeletionIT {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final SimulatedCloud cloud = SimulatedCloud.withOneImage("m-1");

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({"html, 503", "empty, 502"})
    void isUnclearWithTheStatusOfAnAnswerThatIsNoJson(String fault, int status) {
        cloud.faults("{\"fault\": \"%s\"}".formatted(fault));

        Answer answer = delete();

        assertSent(answer, true);
        assertThat(answer.said().httpStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "reset", "close"})
    void isUnclearWhenTheConnectionBreaks(String fault) {
        cloud.faults("{\"fault\": \"%s\", \"applied\": true}".formatted(fault));

        Answer answer = delete();

        assertSent(answer, true);
        assertThat(answer.said().message()).isNotBlank();
        assertThat(cloud.calls("DeleteImage")).hasSize(1);
    }

    @Test
    void isUnclearWhenNothingComes() {
        cloud.timeouts(TEN_SECONDS, Duration.ofMillis(300), TEN_SECONDS);
        cloud.faults("{\"fault\": \"hang\", \"delay\": \"30s\"}");

        assertSent(delete(), true);
    }

    @Test
    void isUnclearWhenTheAnswerDripsOnAndOn() {
        cloud.timeouts(TEN_SECONDS, TEN_SECONDS, Duration.ofMillis(800));
        cloud.faults("{\"fault\": \"drip\", \"delay\": \"200ms\"}");

        assertSent(delete(), true);
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            cloud.endpoint("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertSent(delete(), false);
    }

    @Test
    void knowsThatNothingWasSentToAHostThatIsNot() {
        cloud.endpoint("http://imagesweep.invalid");

        assertSent(delete(), false);
    }

    @Test
    void sendsNothingInTheClearWhereTlsIsWanted() {
        cloud.endpoint(cloud.simulator.uri().toString().replace("http:", "https:"));

        assertThat(delete()).isInstanceOf(Unclear.class);
        assertThat(cloud.calls("DeleteImage")).isEmpty();
    }

    private Answer delete() {
        return cloud.delete(image("m-1"));
    }

    private static void assertSent(Answer answer, boolean sent) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.sent()).isEqualTo(sent));
    }
}
